"""The routers of the follow-ups, in their order, and the middleware that wakes chats."""

from __future__ import annotations

from collections.abc import Collection

from aiogram import Dispatcher, Router

from bot.followups.following import Following
from bot.telegram.handlers import deliveries, follow, following_chats, privacy, subscriptions, timezone
from bot.telegram.waking import WakeChats


def build_routers(owners: Collection[int] = ()) -> tuple[Router, ...]:
    """`owners` are user ids."""
    return (
        follow.build_router(),
        subscriptions.build_router(),
        timezone.build_router(),
        privacy.build_router(),
        following_chats.build_router(),
        deliveries.build_router(owners),
    )


def register_waking(dispatcher: Dispatcher, following: Following) -> None:
    """Before any handler: whoever writes can be written to."""
    dispatcher.message.outer_middleware(WakeChats(following))
    dispatcher.callback_query.outer_middleware(WakeChats(following))
