"""Middleware: a chat that could not be written to wakes when it writes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.followups.subscribing import SubscriptionService

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class UnblockChats(BaseMiddleware):
    def __init__(self, following: SubscriptionService) -> None:
        self._following = following

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        source = event.message if isinstance(event, CallbackQuery) else event
        moved = isinstance(source, Message) and source.migrate_to_chat_id is not None
        if source is not None and not moved and (chat := getattr(source, "chat", None)) is not None:
            await self._following.wrote(chat.id, chat.type)
        return await handler(event, data)
