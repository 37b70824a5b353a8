"""The routers of following, in their order, and the middleware that reactivates chats."""

from __future__ import annotations

from collections.abc import Collection

from aiogram import Dispatcher, Router

from bot.followups.subscription_service import SubscriptionService
from bot.telegram import privacy
from bot.telegram.follow import (
    chat_membership,
    deliveries,
    follow,
    quiet_hours,
    reminder_buttons,
    subscriptions,
    timezone,
    wished_reminders,
    wished_stops,
)
from bot.telegram.follow.unblocked_chats import ReactivateChats
from bot.telegram.ports import Readers


def build_routers(owners: Collection[int] = ()) -> tuple[Router, ...]:
    """`owners`: user ids."""
    return (
        follow.build_router(),
        subscriptions.build_router(),
        reminder_buttons.build_router(),
        wished_reminders.build_router(),
        wished_stops.build_router(),
        timezone.build_router(),
        quiet_hours.build_router(),
        privacy.build_router(),
        chat_membership.build_router(),
        deliveries.build_router(owners),
    )


def register_reactivation(
    dispatcher: Dispatcher, following: SubscriptionService, readers: Readers | None = None
) -> None:
    """Runs before any handler: a chat that writes can be written to."""
    dispatcher.message.outer_middleware(ReactivateChats(following, readers))
    dispatcher.callback_query.outer_middleware(ReactivateChats(following, readers))
