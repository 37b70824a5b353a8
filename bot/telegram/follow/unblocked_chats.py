"""Middleware: a chat that could not be written to becomes active when it writes."""

from __future__ import annotations

from typing import Any

import structlog
from aiogram import BaseMiddleware
from aiogram.dispatcher.event.bases import NextMiddlewareType
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.errors import StorageUnavailableError
from bot.followups.subscription_service import SubscriptionService
from bot.telegram.ports import Readers

log = structlog.get_logger()


class ReactivateChats(BaseMiddleware):
    """`readers`: knows which chats are marked; without it the service is asked each time."""

    def __init__(self, following: SubscriptionService, readers: Readers | None = None) -> None:
        self._following = following
        self._readers = readers

    async def __call__(
        self, handler: NextMiddlewareType[TelegramObject], event: TelegramObject, data: dict[str, Any]
    ) -> Any:
        source = event.message if isinstance(event, CallbackQuery) else event
        migrated = isinstance(source, Message) and source.migrate_to_chat_id is not None
        if source is not None and not migrated and (chat := getattr(source, "chat", None)) is not None:
            person = getattr(event, "from_user", None)
            await self._reactivate((chat.id, person.id if person else 0), chat.type)
        return await handler(event, data)

    async def _reactivate(self, key: tuple[int, int], kind: str) -> None:
        if self._readers is None:
            await self._following.reactivate(key[0], kind)
        elif self._readers.is_unreachable(key):
            try:
                await self._following.reactivate(key[0], kind)
            except StorageUnavailableError:
                log.info("chat not reactivated yet", chat=key[0])
            else:
                self._readers.reached(key)
