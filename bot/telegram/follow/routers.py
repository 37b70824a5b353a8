"""The routers of the follow-ups, in their order, and the middleware that wakes chats."""

from __future__ import annotations

from collections.abc import Collection

from aiogram import Dispatcher, Router

from bot.followups.subscribing import SubscriptionService
from bot.telegram import privacy
from bot.telegram.follow import chat_membership, deliveries, follow, subscriptions, timezone
from bot.telegram.follow.unblocked_chats import UnblockChats


def build_routers(owners: Collection[int] = ()) -> tuple[Router, ...]:
    """`owners` are user ids."""
    return (
        follow.build_router(),
        subscriptions.build_router(),
        timezone.build_router(),
        privacy.build_router(),
        chat_membership.build_router(),
        deliveries.build_router(owners),
    )


def register_unblocking(dispatcher: Dispatcher, following: SubscriptionService) -> None:
    """Before any handler: whoever writes can be written to."""
    dispatcher.message.outer_middleware(UnblockChats(following))
    dispatcher.callback_query.outer_middleware(UnblockChats(following))
