"""Rows of subscriptions and of their schedules, read and looked up."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records.subscriptions import Schedule, Subscription, Target
from bot.storage.connection.upsert import insert_into
from bot.storage.outbox.outbox_rows import DECLINED
from bot.storage.tables import schedules, subscriptions


async def schedule_id_of(connection: AsyncConnection, schedule: Schedule) -> int:
    row = {"rule": schedule.rule, "zone": schedule.zone, "quiet": schedule.quiet}
    same = and_(*(schedules.c[name] == value for name, value in row.items()))
    found = await connection.scalar(select(schedules.c.id).where(same))
    if found is None:
        await connection.execute(insert_into(connection, schedules).values(row).on_conflict_do_nothing())
        found = await connection.scalar(select(schedules.c.id).where(same))
    assert found is not None
    return int(found)


def declined(chat_id: int, event_id: str) -> tuple[ColumnElement[bool], ...]:
    of = subscriptions.c
    return of.chat_id == chat_id, of.kind == DECLINED, of.target == event_id


def select_subscriptions() -> Select[Any]:
    query = select(subscriptions, schedules.c.rule, schedules.c.zone, schedules.c.quiet).join(schedules)
    return query.where(subscriptions.c.kind != DECLINED)


async def find_one(connection: AsyncConnection, which: ColumnElement[bool]) -> Subscription | None:
    row = (await connection.execute(select_subscriptions().where(which))).first()
    return None if row is None else subscription_of(row)


def subscription_of(row: Any) -> Subscription:
    return Subscription(
        id=row.id,
        chat_id=row.chat_id,
        target=Target(row.kind),
        target_id=row.target,
        schedule=Schedule(rule=row.rule, zone=row.zone, quiet=row.quiet),
        paused=row.paused,
        since=row.since,
        created_by=row.created_by,
    )
