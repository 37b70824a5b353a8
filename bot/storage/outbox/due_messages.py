"""Queries: which rows of the outbox may be sent now, and the content of each."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, case, func, or_, select

from bot.records.outbox import Message, MessageKind
from bot.storage.outbox.claimed_outbox import has_lease_left
from bot.storage.outbox.outbox_rows import CHOSEN_KINDS, REMINDER_KINDS, is_planned
from bot.storage.tables import chats, outbox, schedules, subject_versions, subjects, subscriptions, told
from bot.storage.tables.sql_time import DatabaseNow


def due_rows(now: datetime, limit: int) -> Select[Any]:
    """Planned rows that are due, in chats that are ready, the oldest first; skips rows locked by others."""
    return (
        select(outbox.c.id, outbox.c.chat_id, outbox.c.attempts)
        .join(chats, chats.c.chat_id == outbox.c.chat_id)
        .join(subjects, and_(subjects.c.kind == outbox.c.kind, subjects.c.id == outbox.c.subject_id))
        .where(
            is_planned(),
            outbox.c.due_at <= now,
            outbox.c.free_at <= DatabaseNow(),
            chats.c.ready_at <= DatabaseNow(),
            outbox.c.version == current_version(),
        )
        .order_by(outbox.c.due_at, outbox.c.id)
        .limit(limit)
        .with_for_update(of=outbox, skip_locked=True)
    )


@cache
def message_content() -> Select[Any]:
    """The claimed row (parameters `row` and `token`) with its event or fact; nothing where it became void.

    Cached: building the query takes longer than executing it.
    """
    names = ("id", "subscription_id", "chat_id", "kind", "subject_id", "version", "what", "due_at")
    return (
        select(
            *(outbox.c[name] for name in names),
            subscriptions.c.kind.label("target"),
            schedules.c.zone,
            schedules.c.rule,
            subjects.c.body.label("after"),
            _last_told().label("known"),
            has_lease_left(outbox).label("fresh"),
        )
        .join(subscriptions, subscriptions.c.id == outbox.c.subscription_id)
        .join(schedules, schedules.c.id == subscriptions.c.schedule_id)
        .join(subjects, and_(subjects.c.kind == outbox.c.kind, subjects.c.id == outbox.c.subject_id))
        .where(
            outbox.c.id == bindparam("row"),
            outbox.c.claim == bindparam("token"),
            outbox.c.state == "claimed",
            outbox.c.version == current_version(),
            subscriptions.c.paused.is_(False),
            subscriptions.c.asleep.is_(False),
        )
    )


def current_version() -> ColumnElement[Any]:
    """Rows of another version are never sent: a change must be the newest, a reminder of the rule of the
    current date. A reminder at a chosen moment is of every version.
    """
    return case(
        (outbox.c.what == MessageKind.CHANGED.value, subjects.c.version),
        (outbox.c.what.in_(CHOSEN_KINDS), outbox.c.version),
        else_=subjects.c.plan,
    )


def later_reminders(message: Message, now: datetime) -> Select[Any]:
    """The reminders of the same event to the same follower that are due by now, after this one."""
    valid = or_(outbox.c.what.in_(CHOSEN_KINDS), outbox.c.version == subjects.c.plan)
    after = or_(
        outbox.c.due_at > message.due_at,
        and_(outbox.c.due_at == message.due_at, outbox.c.id > message.id),
    )
    return (
        select(outbox.c.id)
        .join(subjects, and_(subjects.c.kind == outbox.c.kind, subjects.c.id == outbox.c.subject_id))
        .where(
            outbox.c.subscription_id == message.subscription_id,
            outbox.c.subject_id == message.subject_id,
            outbox.c.what.in_(REMINDER_KINDS),
            outbox.c.state.in_(("planned", "claimed", "sent")),
            outbox.c.due_at <= now,
            valid,
            after,
        )
        .limit(1)
    )


def chosen_moments(message: Message) -> Select[Any]:
    """When the follower still wants to be reminded of the event, in order of time."""
    return (
        select(outbox.c.due_at)
        .where(
            outbox.c.subscription_id == message.subscription_id,
            outbox.c.subject_id == message.subject_id,
            outbox.c.what.in_(CHOSEN_KINDS),
            is_planned(),
        )
        .distinct()
        .order_by(outbox.c.due_at)
    )


def _last_told() -> ColumnElement[Any]:
    """The subject as the follower was last told, else as it was when the subscription began."""
    told_version = (
        select(told.c.version)
        .where(told.c.subscription_id == outbox.c.subscription_id, told.c.subject_id == outbox.c.subject_id)
        .correlate(outbox, subscriptions)
        .scalar_subquery()
    )
    first_version = (
        select(func.max(subject_versions.c.version))
        .where(
            subject_versions.c.kind == outbox.c.kind,
            subject_versions.c.id == outbox.c.subject_id,
            subject_versions.c.revision <= subscriptions.c.revision,
        )
        .correlate(outbox, subscriptions)
        .scalar_subquery()
    )
    version = subject_versions.alias()
    return (
        select(version.c.body)
        .where(
            version.c.kind == outbox.c.kind,
            version.c.id == outbox.c.subject_id,
            version.c.version == func.coalesce(told_version, first_version),
        )
        .correlate(outbox, subscriptions)
        .scalar_subquery()
    )
