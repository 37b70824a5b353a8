"""Snoozed and wished reminders: one more row of the outbox, beside those of the rule."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update

from bot.records.outbox import MessageKind
from bot.records.subscriptions import DatedEvent, Reminder
from bot.storage.database import Database
from bot.storage.outbox_rows import insert_rows, is_planned, row_constants
from bot.storage.reminder_plans import lock_plan
from bot.storage.tables import outbox, subscriptions


class StoredSnoozes:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def snooze(self, row_id: int, chat_id: int, at: datetime) -> bool:
        """Send the reminder of this row of this chat again at `at`.

        A second snooze of the same event replaces the first. False where the chat does not
        follow the event any more, or the event's date has changed.
        """
        mine = (outbox.c.id == row_id, outbox.c.chat_id == chat_id)
        async with self._database.write() as connection:
            row = (await connection.execute(select(outbox).where(*mine))).first()
            if row is None:
                return False
            follows = subscriptions.c.id == row.subscription_id
            if await connection.scalar(select(subscriptions.c.id).where(follows)) is None:
                return False
            if not await lock_plan(
                connection, DatedEvent(id=row.subject_id, plan=row.version, since=at, when="")
            ):
                return False
            earlier = (
                outbox.c.subscription_id == row.subscription_id,
                outbox.c.subject_id == row.subject_id,
                outbox.c.what == MessageKind.SNOOZED.value,
                outbox.c.state == "planned",
            )
            cancelled = {"state": "cancelled", "reason": "snoozed again", "settled_at": at}
            await connection.execute(update(outbox).where(*earlier).values(cancelled))
            columns = row_constants("event", row.subject_id, row.version, MessageKind.SNOOZED, at)
            one = select(subscriptions.c.id, subscriptions.c.chat_id, *columns)
            await insert_rows(connection, one.where(follows), revive=True)
        return True

    async def add_wished(self, subscription_id: int, event: DatedEvent, at: datetime) -> bool:
        """Send one reminder of the event at `at`; False where its date has changed since it was read."""
        columns = row_constants("event", event.id, event.plan, MessageKind.WISHED, at)
        one = select(subscriptions.c.id, subscriptions.c.chat_id, *columns)
        async with self._database.write() as connection:
            if not await lock_plan(connection, event):
                return False
            await insert_rows(connection, one.where(subscriptions.c.id == subscription_id), revive=True)
        return True

    async def wished(self, subscription_id: int, event: DatedEvent) -> Sequence[Reminder]:
        """The reminders of the event that a reader asked for and that are still to be sent."""
        mine = (
            outbox.c.subscription_id == subscription_id,
            outbox.c.subject_id == event.id,
            outbox.c.version == event.plan,
            outbox.c.what == MessageKind.WISHED.value,
            is_planned(),
        )
        async with self._database.read() as connection:
            due = (await connection.execute(select(outbox.c.due_at).where(*mine))).scalars()
            return [Reminder(what=MessageKind.WISHED, at=at) for at in due]
