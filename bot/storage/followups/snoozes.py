"""Snoozed and wished reminders: rows of the outbox at moments that a reader chose."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, select, update

from bot.records.outbox import MessageKind
from bot.records.subscriptions import DatedEvent, Reminder
from bot.storage.connection.database import Database
from bot.storage.followups.reminder_plans import lock_plan
from bot.storage.outbox.chosen_moments import add_chosen
from bot.storage.outbox.outbox_rows import CHOSEN_KINDS, UNSENT_STATES, is_planned
from bot.storage.tables import outbox, subjects, subscriptions


class StoredSnoozes:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def reminded_of(self, row_id: int, chat_id: int) -> DatedEvent | None:
        """The event that this row of the chat is about; None where it is gone, cancelled or not followed.

        `when` is empty where its date is not named.
        """
        follows = and_(subscriptions.c.id == outbox.c.subscription_id, outbox.c.id == row_id)
        query = (
            select(subjects)
            .join(outbox, and_(subjects.c.kind == outbox.c.kind, subjects.c.id == outbox.c.subject_id))
            .join(subscriptions, follows)
            .where(outbox.c.chat_id == chat_id, subjects.c.kind == "event", subjects.c.body.is_not(None))
        )
        async with self._database.read() as connection:
            row = (await connection.execute(query)).first()
        if row is None or row.body.get("cancelled"):
            return None
        return DatedEvent(id=row.id, plan=row.plan, since=row.planned_at, when=row.body.get("when") or "")

    async def snooze(self, row_id: int, chat_id: int, at: datetime) -> bool:
        """Send the reminder of this row of this chat again at `at`.

        A second snooze of the same event replaces the first. False where the chat does not follow the event
        any more.
        """
        mine = (outbox.c.id == row_id, outbox.c.chat_id == chat_id)
        async with self._database.write() as connection:
            row = (await connection.execute(select(outbox).where(*mine))).first()
            if row is None:
                return False
            follows = subscriptions.c.id == row.subscription_id
            if await connection.scalar(select(subscriptions.c.id).where(follows)) is None:
                return False
            earlier = (
                outbox.c.subscription_id == row.subscription_id,
                outbox.c.subject_id == row.subject_id,
                outbox.c.what == MessageKind.SNOOZED.value,
                outbox.c.state.in_(UNSENT_STATES),
            )
            cancelled = {"state": "cancelled", "reason": "snoozed again", "settled_at": at}
            await connection.execute(update(outbox).where(*earlier).values(cancelled))
            await add_chosen(connection, row.subscription_id, row.subject_id, MessageKind.SNOOZED, at)
        return True

    async def add_wished(self, subscription_id: int, event: DatedEvent, at: datetime) -> bool:
        """Send one reminder of the event at `at`; False where its date has changed since it was read."""
        async with self._database.write() as connection:
            if not await lock_plan(connection, event):
                return False
            await add_chosen(connection, subscription_id, event.id, MessageKind.WISHED, at)
        return True

    async def chosen(self, subscription_id: int, event_id: str) -> Sequence[Reminder]:
        """The reminders of the event at moments that a reader chose and that are still to be sent."""
        mine = (
            outbox.c.subscription_id == subscription_id,
            outbox.c.subject_id == event_id,
            outbox.c.what.in_(CHOSEN_KINDS),
            is_planned(),
        )
        async with self._database.read() as connection:
            rows = await connection.execute(select(outbox.c.what, outbox.c.due_at).where(*mine))
            return [Reminder(what=row.what, at=row.due_at) for row in rows]

    async def move_chosen(
        self, subscription_id: int, event_id: str, moment: datetime, to: datetime | None, now: datetime
    ) -> bool:
        """Send the reminder chosen for `moment` at `to` instead, or not at all; False where there is none."""
        mine = (
            outbox.c.subscription_id == subscription_id,
            outbox.c.subject_id == event_id,
            outbox.c.what.in_(CHOSEN_KINDS),
            outbox.c.due_at == moment,
            outbox.c.state.in_(UNSENT_STATES),
        )
        cancelled = {"state": "cancelled", "reason": "by the reader", "settled_at": now}
        async with self._database.write() as connection:
            found = await connection.execute(update(outbox).where(*mine).values(cancelled))
            if found.rowcount and to is not None:
                await add_chosen(connection, subscription_id, event_id, MessageKind.WISHED, to)
        return found.rowcount > 0
