"""INSERT … SELECT into the outbox: one row for each follower, made inside the database."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, ColumnElement, Select, and_, literal, literal_column, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records.outbox import MessageKind
from bot.records.subscriptions import DatedEvent, Reminder
from bot.storage.sql_time import Instant
from bot.storage.tables import outbox, subjects, subscriptions
from bot.storage.upsert import insert_into

EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
REMINDER_KINDS = tuple(
    what.value
    for what in (MessageKind.MONTH, MessageKind.WEEK, MessageKind.DAY, MessageKind.SAME, MessageKind.SNOOZED)
)
_NAMES = ("subscription_id", "chat_id", "kind", "subject_id", "version", "what", "due_at")
_START = ("state", "free_at", "attempts")
_ONCE = ["subscription_id", "subject_id", "version", "what", "due_at"]


def follows_event(event_id: str) -> ColumnElement[bool]:
    """Subscriptions to the event itself."""
    return and_(subscriptions.c.kind == "event", subscriptions.c.target == event_id)


def follows_chain(event_id: str) -> ColumnElement[bool]:
    """Subscriptions to the chain that the event belongs to."""
    first = select(subjects.c.chain).where(subjects.c.kind == "event", subjects.c.id == event_id)
    return and_(subscriptions.c.kind == "chain", subscriptions.c.target == first.scalar_subquery())


def does_not_follow_event(event_id: str) -> ColumnElement[bool]:
    """Who follows both the event and its chain hears once, by the event's own rule."""
    own = subscriptions.alias()
    itself = (own.c.chat_id == subscriptions.c.chat_id, own.c.kind == "event", own.c.target == event_id)
    return ~select(own.c.id).where(*itself).exists()


def is_planned() -> ColumnElement[bool]:
    """In the very words of the partial index: SQLite uses one only so."""
    return literal_column("outbox.state = 'planned'", Boolean())


def is_claimed() -> ColumnElement[bool]:
    return literal_column("outbox.state = 'claimed'", Boolean())


def is_deliverable() -> ColumnElement[bool]:
    return and_(subscriptions.c.paused.is_(False), subscriptions.c.asleep.is_(False))


async def insert_reminders(
    connection: AsyncConnection, event: DatedEvent, moment: Reminder, *which: ColumnElement[bool]
) -> int:
    """A row for every follower that meets `which`; how many are new."""
    made = 0
    targets = (
        follows_event(event.id),
        and_(follows_chain(event.id), does_not_follow_event(event.id)),
    )
    for target in targets:
        row = row_constants("event", event.id, event.plan, moment.what, moment.at)
        followers = select(subscriptions.c.id, subscriptions.c.chat_id, *row)
        made += await insert_rows(connection, followers.where(target, is_deliverable(), *which))
    return made


async def insert_rows(connection: AsyncConnection, rows: Select[Any], *, revive: bool = False) -> int:
    """Insert what is not there yet; with `revive` also plan anew what had been cancelled."""
    insert = insert_into(connection, outbox).from_select([*_NAMES, *_START], rows)
    if not revive:
        return (await connection.execute(insert.on_conflict_do_nothing())).rowcount
    again = {"state": "planned", "free_at": EPOCH, "reason": None, "settled_at": None}
    upsert = insert.on_conflict_do_update(
        index_elements=_ONCE, set_=again, where=outbox.c.state == "cancelled"
    )
    return (await connection.execute(upsert)).rowcount


def row_constants(
    kind: str, subject_id: str, version: int, what: str, at: datetime
) -> tuple[ColumnElement[Any], ...]:
    """The columns of a new row that do not depend on the follower."""
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
