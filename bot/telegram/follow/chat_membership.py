"""Changes of a chat: the bot is blocked, removed or let in again; a group becomes a supergroup."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.types import ChatMemberUpdated, Message

from bot.followups.subscription_service import SubscriptionService
from bot.records.outbox import ChatState
from bot.settings.clock import Clock
from bot.telegram.ports import ReachableChats

_REMOVED = {"kicked", "left"}


async def update_membership(
    change: ChatMemberUpdated, following: SubscriptionService, reachable_chats: ReachableChats, now: Clock
) -> None:
    """The bot was blocked or removed, or may write again."""
    if change.new_chat_member.status in _REMOVED:
        state = ChatState.BLOCKED if change.chat.type == "private" else ChatState.KICKED
        await reachable_chats.mark_unreachable(change.chat.id, state, now())
    else:
        await following.reactivate(change.chat.id, change.chat.type)


async def migrate_to(message: Message, reachable_chats: ReachableChats, now: Clock) -> None:
    """Service message in the old group: its supergroup has another id."""
    assert message.migrate_to_chat_id is not None  # the router's filter
    await reachable_chats.migrate(message.chat.id, message.migrate_to_chat_id, now())


async def migrate_from(message: Message, reachable_chats: ReachableChats, now: Clock) -> None:
    """The same service message in the supergroup; it may arrive first, or alone."""
    assert message.migrate_from_chat_id is not None  # the router's filter
    await reachable_chats.migrate(message.migrate_from_chat_id, message.chat.id, now())


def build_router() -> Router:
    router = Router(name="chat-membership")
    router.my_chat_member.register(update_membership)
    router.message.register(migrate_to, F.migrate_to_chat_id)
    router.message.register(migrate_from, F.migrate_from_chat_id)
    return router
