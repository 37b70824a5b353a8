"""Chats that come and go: blocked, left, back again, grown into a supergroup."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import ChatMemberUpdated, Message

from bot.followups.subscribing import SubscriptionService
from bot.records.outbox import ChatState
from bot.settings.clock import Clock
from bot.telegram.stores import ReachableChats

_AWAY = {"kicked", "left"}


async def membership(
    change: ChatMemberUpdated, following: SubscriptionService, reachable_chats: ReachableChats, now: Clock
) -> None:
    """The bot was blocked or put out, or is welcome again."""
    if change.new_chat_member.status in _AWAY:
        state = ChatState.BLOCKED if change.chat.type == "private" else ChatState.KICKED
        await reachable_chats.lose(change.chat.id, state, now())
    else:
        await following.wrote(change.chat.id, change.chat.type)


async def grown(message: Message, reachable_chats: ReachableChats, now: Clock) -> None:
    assert message.migrate_to_chat_id is not None  # the filter below
    await reachable_chats.migrate(message.chat.id, message.migrate_to_chat_id, now())


async def grown_from(message: Message, reachable_chats: ReachableChats, now: Clock) -> None:
    """The same, told in the supergroup; it may come first, or alone."""
    assert message.migrate_from_chat_id is not None  # the filter below
    await reachable_chats.migrate(message.migrate_from_chat_id, message.chat.id, now())


def build_router() -> Router:
    router = Router(name="following-chats")
    router.my_chat_member.register(membership)
    router.message.register(grown, F.migrate_to_chat_id)
    router.message.register(grown_from, F.migrate_from_chat_id)
    return router
