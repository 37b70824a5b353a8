"""Middleware: «typing» above the chat, only while a reply takes its time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import Message, TelegramObject

from bot.settings.tasks import beside

AGAIN = 4.5
"""Telegram shows it for five seconds."""
Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class ShowTyping(BaseMiddleware):
    """`after`: seconds before it is first shown."""

    def __init__(self, after: float) -> None:
        self._after = after

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        assert isinstance(event, Message)
        async with beside(self._type(event, data["bot"])):
            return await handler(event, data)

    async def _type(self, message: Message, bot: Bot) -> None:
        await asyncio.sleep(self._after)
        thread = message.message_thread_id if message.is_topic_message else None
        while True:
            with suppress(TelegramAPIError):
                await bot.send_chat_action(message.chat.id, "typing", message_thread_id=thread)
            await asyncio.sleep(AGAIN)
