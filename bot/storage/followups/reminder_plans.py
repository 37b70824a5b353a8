"""The planner's queries: the schedules of an event's followers, and rows for all of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records.outbox import MessageKind
from bot.records.subscriptions import DatedEvent, PlannedSchedule, Reminder, Schedule
from bot.storage.connection.database import Database
from bot.storage.connection.upsert import insert_into
from bot.storage.outbox.outbox_rows import (
    CHOSEN_KINDS,
    REMINDER_KINDS,
    follows_chain,
    follows_event,
    insert_reminders,
    insert_rows,
    is_planned,
    row_constants,
)
from bot.storage.tables import outbox, plans, schedules, subjects, subscriptions


class StoredReminderPlans:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def events(self) -> Sequence[DatedEvent]:
        """Every event that has a date and is not cancelled."""
        async with self._database.read() as connection:
            return await dated_events(connection)

    async def schedules(self, event: DatedEvent) -> Sequence[PlannedSchedule]:
        """The distinct schedules of the event's followers."""
        this_plan = and_(plans.c.event_id == event.id, plans.c.plan == event.plan)
        joined = and_(plans.c.schedule_id == schedules.c.id, this_plan)
        # LIMIT 1 forces one index probe per schedule: PostgreSQL may run an EXISTS as a hash
        # join over a million followers.
        used = or_(
            *(
                select(subscriptions.c.id)
                .where(target, subscriptions.c.schedule_id == schedules.c.id)
                .limit(1)
                .correlate(schedules)
                .scalar_subquery()
                .is_not(None)
                for target in (follows_event(event.id), follows_chain(event.id))
            )
        )
        known = select(schedules, plans.c.until, func.coalesce(plans.c.closed, False).label("closed"))
        query = known.join_from(schedules, plans, joined, isouter=True).where(used)
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        return [_planned(row) for row in rows]

    async def add_reminders(
        self,
        event: DatedEvent,
        schedule_id: int,
        reminders: Sequence[Reminder],
        now: datetime,
        until: datetime,
    ) -> int:
        """One row per reminder and follower with this schedule; returns how many are new.

        Followers get what falls due after they subscribed (`since`); where `since` was set by a
        clock that was ahead, what falls due from now on. Nothing is added where the event's
        date has changed. Idempotent.
        """
        added = 0
        async with self._database.write() as connection:
            if not await lock_plan(connection, event):
                return 0
            for reminder in reminders:
                entitled = subscriptions.c.since <= reminder.at
                if reminder.at > now:
                    entitled = or_(entitled, subscriptions.c.since > until)
                added += await insert_reminders(
                    connection, event, reminder, subscriptions.c.schedule_id == schedule_id, entitled
                )
            await _record_plan(connection, event, schedule_id, until, closed=False)
        return added

    async def close(self, event: DatedEvent, schedule_id: int, at: datetime, ends: datetime) -> int:
        """The event has passed at `ends`: replace unsent reminders by one message per follower; returns how
        many. A chosen moment after the end is no reminder that was missed.
        """
        mine = select(subscriptions.c.id).where(subscriptions.c.schedule_id == schedule_id)
        unsent = (
            outbox.c.subject_id == event.id,
            outbox.c.kind == "event",
            or_(outbox.c.version == event.plan, outbox.c.what.in_(CHOSEN_KINDS)),
            is_planned(),
            outbox.c.what.in_(REMINDER_KINDS),
            outbox.c.due_at < ends,
            outbox.c.subscription_id.in_(mine),
        )
        async with self._database.write() as connection:
            if not await lock_plan(connection, event):
                return 0
            row = row_constants("event", event.id, event.plan, MessageKind.PASSED, at)
            missed = select(outbox.c.subscription_id, outbox.c.chat_id, *row).distinct()
            added = await insert_rows(connection, missed.where(*unsent, outbox.c.due_at <= at))
            cancelled = {"state": "cancelled", "reason": "passed", "settled_at": at}
            await connection.execute(update(outbox).where(*unsent).values(cancelled))
            await _record_plan(connection, event, schedule_id, at, closed=True)
        return added


async def dated_events(connection: AsyncConnection) -> list[DatedEvent]:
    """`StoredReminderPlans.events` inside an open transaction."""
    query = select(subjects).where(subjects.c.kind == "event", subjects.c.body.is_not(None))
    rows = (await connection.execute(query.order_by(subjects.c.id))).all()
    return [
        DatedEvent(id=row.id, plan=row.plan, since=row.planned_at, when=row.body["when"])
        for row in rows
        if row.body.get("when") and not row.body.get("cancelled")
    ]


async def lock_plan(connection: AsyncConnection, event: DatedEvent) -> bool:
    """Whether the event still has this date; locks it until the end of the transaction."""
    where = (subjects.c.kind == "event", subjects.c.id == event.id)
    plan = await connection.scalar(select(subjects.c.plan).where(*where).with_for_update())
    return plan == event.plan


async def _record_plan(
    connection: AsyncConnection, event: DatedEvent, schedule_id: int, until: datetime, *, closed: bool
) -> None:
    key = {"event_id": event.id, "plan": event.plan, "schedule_id": schedule_id}
    values = {"until": until, "closed": closed}
    upsert = insert_into(connection, plans).values(key | values)
    await connection.execute(upsert.on_conflict_do_update(index_elements=list(key), set_=values))


def _planned(row: Any) -> PlannedSchedule:
    schedule = Schedule(rule=row.rule, zone=row.zone, quiet=row.quiet)
    return PlannedSchedule(id=row.id, schedule=schedule, until=row.until, closed=bool(row.closed))
