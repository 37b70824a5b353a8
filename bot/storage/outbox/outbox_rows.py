"""INSERT … SELECT into the outbox: one row per follower, created inside the database."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records.outbox import CHOSEN, MessageKind
from bot.records.subscriptions import DatedEvent, Reminder
from bot.storage.connection.upsert import insert_into
from bot.storage.outbox.claimed_outbox import in_state
from bot.storage.tables import outbox, subjects, subscriptions
from bot.storage.tables.sql_time import EPOCH, Instant

RULE_KINDS = tuple(
    what.value
    for what in (
        *(MessageKind.MONTH, MessageKind.WEEK, MessageKind.DAY, MessageKind.SAME),
        MessageKind.BEFORE,
    )
)
"""Reminders that the rule of a schedule asks for."""
CHOSEN_KINDS = tuple(what.value for what in CHOSEN)
"""Reminders at a moment that a reader chose: they stand when the event's date changes."""
CHOSEN_VERSION = 0
"""The version of their rows, which belong to no date of the event."""
DECLINED = "declined"
"""The kind of a subscription to an event that the chat unfollowed."""
UNSENT_STATES = ("planned", "held")
"""A reminder at a chosen moment is held while its subscription is paused or its chat unreachable."""
REMINDER_KINDS = (*RULE_KINDS, *CHOSEN_KINDS)
_COLUMNS = (
    *("subscription_id", "chat_id", "kind", "subject_id", "version", "what", "due_at"),
    *("state", "free_at", "attempts"),
)
_UNIQUE = ["subscription_id", "subject_id", "version", "what", "due_at"]


def follows_event(event_id: str) -> ColumnElement[bool]:
    """Subscriptions to the event itself."""
    return and_(subscriptions.c.kind == "event", subscriptions.c.target == event_id)


def follows_chain(event_id: str) -> ColumnElement[bool]:
    """Subscriptions to the chain that the event belongs to."""
    first = select(subjects.c.chain).where(subjects.c.kind == "event", subjects.c.id == event_id)
    return and_(subscriptions.c.kind == "chain", subscriptions.c.target == first.scalar_subquery())


def does_not_follow_event(event_id: str) -> ColumnElement[bool]:
    """A chat that follows both an event and its chain gets one message, by the event's own rule; one that
    unfollowed the event gets none.
    """
    own = subscriptions.alias()
    itself = (
        own.c.chat_id == subscriptions.c.chat_id,
        own.c.kind.in_(("event", DECLINED)),
        own.c.target == event_id,
    )
    return ~select(own.c.id).where(*itself).exists()


def is_planned() -> ColumnElement[bool]:
    return in_state(outbox, "planned")


def is_deliverable() -> ColumnElement[bool]:
    """Subscriptions that are neither paused nor of an unreachable chat."""
    return and_(subscriptions.c.paused.is_(False), subscriptions.c.asleep.is_(False))


async def insert_reminders(
    connection: AsyncConnection, event: DatedEvent, reminder: Reminder, *which: ColumnElement[bool]
) -> int:
    """A row for every follower that meets `which`; returns how many are new."""
    added = 0
    targets = (
        follows_event(event.id),
        and_(follows_chain(event.id), does_not_follow_event(event.id)),
    )
    for target in targets:
        row = row_constants("event", event.id, event.plan, reminder.what, reminder.at)
        followers = select(subscriptions.c.id, subscriptions.c.chat_id, *row)
        added += await insert_rows(connection, followers.where(target, is_deliverable(), *which))
    return added


async def insert_rows(connection: AsyncConnection, rows: Select[Any], *, revive: bool = False) -> int:
    """Insert new rows; returns how many. `revive`: cancelled and held ones are planned again."""
    insert = insert_into(connection, outbox).from_select(list(_COLUMNS), rows)
    if not revive:
        return (await connection.execute(insert.on_conflict_do_nothing())).rowcount
    again = {"state": "planned", "free_at": EPOCH, "reason": None, "settled_at": None}
    upsert = insert.on_conflict_do_update(
        index_elements=_UNIQUE, set_=again, where=outbox.c.state.in_(("cancelled", "held"))
    )
    return (await connection.execute(upsert)).rowcount


def row_constants(
    kind: str, subject_id: str, version: int, what: str, at: datetime
) -> tuple[ColumnElement[Any], ...]:
    """The columns of a new row that are the same for every follower, after subscription_id and chat_id."""
    return (
        literal(kind),
        literal(subject_id),
        literal(version),
        literal(str(what)),
        literal(at, Instant()),
        literal("planned"),
        literal(EPOCH, Instant()),
        literal(0),
    )
