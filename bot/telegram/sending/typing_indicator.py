"""Middleware: shows «typing» while a slow reply is being prepared."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.dispatcher.event.bases import NextMiddlewareType
from aiogram.exceptions import TelegramAPIError
from aiogram.types import Message, TelegramObject

from bot.settings.tasks import run_alongside

REPEAT_EVERY = 4.5
"""Seconds; Telegram shows the indicator for five."""


class ShowTyping(BaseMiddleware):
    """`after`: seconds before the indicator is first shown."""

    def __init__(self, after: float) -> None:
        self._after = after

    async def __call__(
        self, handler: NextMiddlewareType[TelegramObject], event: TelegramObject, data: dict[str, Any]
    ) -> Any:
        assert isinstance(event, Message)
        async with run_alongside(self._show(event, data["bot"])):
            return await handler(event, data)

    async def _show(self, message: Message, bot: Bot) -> None:
        await asyncio.sleep(self._after)
        thread = message.message_thread_id if message.is_topic_message else None
        while True:
            with suppress(TelegramAPIError):
                await bot.send_chat_action(message.chat.id, "typing", message_thread_id=thread)
            await asyncio.sleep(REPEAT_EVERY)
