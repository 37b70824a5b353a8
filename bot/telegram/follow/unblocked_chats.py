"""Middleware: a chat that could not be written to becomes active when it writes."""

from __future__ import annotations

from typing import Any

from aiogram import BaseMiddleware
from aiogram.dispatcher.event.bases import NextMiddlewareType
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.followups.subscription_service import SubscriptionService


class ReactivateChats(BaseMiddleware):
    def __init__(self, following: SubscriptionService) -> None:
        self._following = following

    async def __call__(
        self, handler: NextMiddlewareType[TelegramObject], event: TelegramObject, data: dict[str, Any]
    ) -> Any:
        source = event.message if isinstance(event, CallbackQuery) else event
        migrated = isinstance(source, Message) and source.migrate_to_chat_id is not None
        if source is not None and not migrated and (chat := getattr(source, "chat", None)) is not None:
            await self._following.reactivate(chat.id, chat.type)
        return await handler(event, data)
