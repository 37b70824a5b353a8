"""The reminders in the outbox that begin with a subscription, and those that it makes needless."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import and_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records.subscriptions import DatedEvent, ReminderPlan, Subscription, Target
from bot.storage.followups.reminder_plans import lock_plan
from bot.storage.outbox.chosen_moments import give_chosen
from bot.storage.outbox.outbox_rows import (
    UNSENT_STATES,
    does_not_follow_event,
    insert_rows,
    row_constants,
)
from bot.storage.tables import outbox, subscriptions


async def add_reminders(
    connection: AsyncConnection, subscription: Subscription, plans: Sequence[ReminderPlan]
) -> None:
    """The reminders of each plan whose event has not changed since the plan was made."""
    for plan in plans:
        event = DatedEvent(id=plan.event_id, plan=plan.number, since=subscription.since, when="")
        if not await lock_plan(connection, event):
            continue
        mine = subscriptions.c.id == subscription.id
        if subscription.target is Target.EVENT:
            await _cancel_chain_reminders(connection, subscription, plan.event_id)
        else:
            mine = and_(mine, does_not_follow_event(plan.event_id))
        for reminder in plan.reminders:
            columns = row_constants("event", plan.event_id, plan.number, reminder.what, reminder.at)
            one = select(subscriptions.c.id, subscriptions.c.chat_id, *columns)
            await insert_rows(connection, one.where(mine, subscriptions.c.since <= reminder.at), revive=True)


async def _cancel_chain_reminders(connection: AsyncConnection, own: Subscription, event_id: str) -> None:
    """The chat now follows the event itself: cancel its chain's reminders, now duplicates. What its reader
    chose stays.
    """
    others = select(subscriptions.c.id).where(
        subscriptions.c.chat_id == own.chat_id, subscriptions.c.kind == "chain"
    )
    duplicates = (
        outbox.c.subscription_id.in_(others),
        outbox.c.subject_id == event_id,
        outbox.c.kind == "event",
        outbox.c.state.in_(UNSENT_STATES),
    )
    await give_chosen(connection, event_id, others, own.id)
    cancelled = {"state": "cancelled", "reason": "followed itself", "settled_at": own.since}
    await connection.execute(update(outbox).where(*duplicates).values(cancelled))
