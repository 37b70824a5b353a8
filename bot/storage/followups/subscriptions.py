"""Subscriptions, added and changed in one transaction with their reminders within the horizon."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records.subscriptions import (
    DatedEvent,
    NewSubscription,
    ReminderPlan,
    Schedule,
    Subscription,
    Target,
)
from bot.storage.connection.database import Database
from bot.storage.connection.upsert import insert_into
from bot.storage.fact_base.missed_changes import add_missed_changes
from bot.storage.followups.reminder_plans import dated_events
from bot.storage.followups.subscribed_reminders import add_reminders
from bot.storage.followups.subscription_rows import (
    declined,
    find_one,
    schedule_id_of,
    select_subscriptions,
    subscription_of,
)
from bot.storage.outbox.chosen_moments import hold_chosen, release_chosen
from bot.storage.outbox.outbox_rows import DECLINED, RULE_KINDS
from bot.storage.tables import outbox, pack, subjects, subscriptions, told


class StoredSubscriptions:
    """`plans` are the reminders within the horizon, of the `events` read just before.

    If a date changes in between, its reminders are skipped here; the planner, which sees
    the subscription by then, adds the new ones.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    async def events(self, target: Target, target_id: str) -> Sequence[DatedEvent]:
        """The dated events of which such a subscription is reminded."""
        async with self._database.read() as connection:
            events = await dated_events(connection)
            if target is Target.EVENT:
                return [event for event in events if event.id == target_id]
            if target is Target.FACT:
                return []
            chain = (subjects.c.kind == "event", subjects.c.chain == target_id)
            ids = set((await connection.execute(select(subjects.c.id).where(*chain))).scalars())
        return [event for event in events if event.id in ids]

    async def chain_of(self, event_id: str) -> str:
        """The first event of the chain that the event belongs to."""
        where = (subjects.c.kind == "event", subjects.c.id == event_id)
        async with self._database.read() as connection:
            found = await connection.scalar(select(subjects.c.chain).where(*where))
        return found or event_id

    async def add(self, new: NewSubscription, plans: Sequence[ReminderPlan]) -> Subscription:
        """Add the subscription, or return the existing one. The chat must exist."""
        async with self._database.write() as connection:
            schedule_id = await schedule_id_of(connection, new.schedule)
            row = {"chat_id": new.chat_id, "kind": new.target.value, "target": new.target_id}
            state = {"schedule_id": schedule_id, "paused": False, "asleep": False, "since": new.since}
            number = await connection.scalar(select(pack.c.revision)) or 0
            origin = {"created_by": new.created_by, "created_at": new.since, "revision": number}
            if new.target is Target.EVENT:
                await connection.execute(delete(subscriptions).where(*declined(new.chat_id, new.target_id)))
            upsert = insert_into(connection, subscriptions).values(row | state | origin)
            inserted = await connection.execute(upsert.on_conflict_do_nothing())
            same = and_(*(subscriptions.c[name] == value for name, value in row.items()))
            found = await find_one(connection, same)
            assert found is not None
            if inserted.rowcount:
                await _set_apart(connection, row | state | origin, new.apart)
                await add_reminders(connection, found, plans)
        return found

    async def get(self, subscription_id: int) -> Subscription | None:
        async with self._database.read() as connection:
            return await find_one(connection, subscriptions.c.id == subscription_id)

    async def of_chat(self, chat_id: int) -> Sequence[Subscription]:
        """What the chat follows, the oldest first."""
        query = select_subscriptions().where(subscriptions.c.chat_id == chat_id).order_by(subscriptions.c.id)
        async with self._database.read() as connection:
            return [subscription_of(row) for row in await connection.execute(query)]

    async def change(
        self,
        subscription_id: int,
        *,
        schedule: Schedule,
        paused: bool,
        since: datetime,
        plans: Sequence[ReminderPlan],
    ) -> Subscription | None:
        """Set the schedule and the pause, and plan again from `since` on; None where it is gone.

        Also marks the subscription as deliverable: called for a chat that was unreachable. Where nothing was
        delivered before, the follower is told what changed meanwhile.
        """
        async with self._database.write() as connection:
            schedule_id = await schedule_id_of(connection, schedule)
            values = {"schedule_id": schedule_id, "paused": paused, "since": since, "asleep": False}
            mine = subscriptions.c.id == subscription_id
            silent = await connection.scalar(
                select(or_(subscriptions.c.paused, subscriptions.c.asleep)).where(mine)
            )
            await connection.execute(update(subscriptions).where(mine).values(values))
            found = await find_one(connection, mine)
            if found is None:
                return None
            its = outbox.c.subscription_id == subscription_id
            await (hold_chosen(connection, its) if paused else release_chosen(connection, its, since))
            cancelled = {"state": "cancelled", "reason": "changed", "settled_at": since}
            planned = (its, outbox.c.state == "planned")
            # Overdue, chosen and change rows do not depend on the rule; a pause cancels all but the chosen.
            affected = () if paused else (outbox.c.what.in_(RULE_KINDS), outbox.c.due_at > since)
            await connection.execute(update(outbox).where(*planned, *affected).values(cancelled))
            if not paused:
                await add_reminders(connection, found, plans)
            if silent and not paused:
                await add_missed_changes(connection, found, since)
        return found

    async def remove(self, subscription_id: int, chat_id: int) -> bool:
        """End the subscription; False where this chat has none with this id.

        That of an event is kept as declined, so that a chain does not remind of it.
        """
        async with self._database.write() as connection:
            found = await find_one(connection, subscriptions.c.id == subscription_id)
            if found is None or found.chat_id != chat_id:
                return False
            await delete_rows(connection, outbox.c.subscription_id == subscription_id)
            await connection.execute(delete(told).where(told.c.subscription_id == subscription_id))
            mine = subscriptions.c.id == subscription_id
            if found.target is Target.EVENT:
                await connection.execute(delete(subscriptions).where(*declined(chat_id, found.target_id)))
                await connection.execute(update(subscriptions).where(mine).values(kind=DECLINED))
            else:
                await connection.execute(delete(subscriptions).where(mine))
        return True

    async def apart_from_chains(self, chat_id: int) -> Collection[str]:
        """The events of which no chain reminds this chat: it follows them itself, or unfollowed them."""
        kinds = subscriptions.c.kind.in_((Target.EVENT.value, DECLINED))
        query = select(subscriptions.c.target).where(subscriptions.c.chat_id == chat_id, kinds)
        async with self._database.read() as connection:
            return set((await connection.execute(query)).scalars())


async def delete_rows(connection: AsyncConnection, which: ColumnElement[bool]) -> None:
    """Delete rows of the outbox; one in flight is still sent, and its outcome is not stored."""
    await connection.execute(delete(outbox).where(which))


async def _set_apart(connection: AsyncConnection, row: Mapping[str, Any], events: Sequence[str]) -> None:
    """The new subscription to a chain, `row`, reminds of none of these events."""
    itself = select(subscriptions.c.target).where(
        subscriptions.c.chat_id == row["chat_id"], subscriptions.c.kind == Target.EVENT.value
    )
    followed = set((await connection.execute(itself)).scalars())
    for event in events:
        if event not in followed:
            declined = {**row, "kind": DECLINED, "target": event}
            insert = insert_into(connection, subscriptions).values(declined)
            await connection.execute(insert.on_conflict_do_nothing())
