"""What changed while a subscription was paused or its chat unreachable: one row for each changed subject."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records.outbox import MessageKind
from bot.records.subscriptions import Subscription, Target
from bot.storage.outbox.outbox_rows import does_not_follow_event, insert_rows, row_constants
from bot.storage.tables import subject_versions, subjects, subscriptions, told


async def add_missed_changes(connection: AsyncConnection, followed: Subscription, at: datetime) -> None:
    """Rows due at `at` for what the follower was not told. One whose change was undone says nothing."""
    mine = subscriptions.c.id == followed.id
    for row in (await connection.execute(select(subjects).where(_is_subject_of(followed)))).all():
        if row.version <= await _known_version(connection, followed, row.kind, row.id):
            continue
        columns = row_constants(row.kind, row.id, row.version, MessageKind.CHANGED, at)
        one = select(subscriptions.c.id, subscriptions.c.chat_id, *columns)
        own = mine if followed.target is not Target.CHAIN else and_(mine, does_not_follow_event(row.id))
        await insert_rows(connection, one.where(own), revive=True)


def _is_subject_of(followed: Subscription) -> ColumnElement[bool]:
    if followed.target is Target.CHAIN:
        return and_(subjects.c.kind == "event", subjects.c.chain == followed.target_id)
    return and_(subjects.c.kind == followed.target.value, subjects.c.id == followed.target_id)


async def _known_version(
    connection: AsyncConnection, followed: Subscription, kind: str, subject_id: str
) -> int:
    """The version that the follower was told last, else the one when the subscription began; else 0."""
    last = select(told.c.version).where(
        told.c.subscription_id == followed.id, told.c.subject_id == subject_id
    )
    version: int | None = await connection.scalar(last)
    if version is None:
        began = select(subscriptions.c.revision).where(subscriptions.c.id == followed.id).scalar_subquery()
        first = select(func.max(subject_versions.c.version)).where(
            subject_versions.c.kind == kind,
            subject_versions.c.id == subject_id,
            subject_versions.c.revision <= began,
        )
        version = await connection.scalar(first)
    return version or 0
