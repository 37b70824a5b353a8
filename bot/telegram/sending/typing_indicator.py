"""Middleware: shows «typing» while a slow reply is being prepared."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.dispatcher.event.bases import NextMiddlewareType
from aiogram.exceptions import AiogramError
from aiogram.types import Message, TelegramObject

from bot.settings.tasks import start_task

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
        thread = event.message_thread_id if event.is_topic_message else None
        async with showing_typing(data["bot"], event.chat.id, self._after, thread):
            return await handler(event, data)


@asynccontextmanager
async def showing_typing(
    bot: Bot, chat_id: int, after: float, thread_id: int | None = None
) -> AsyncIterator[None]:
    """Show it while the block runs, from `after` seconds on. Most blocks end before, and cost no task."""
    shown: list[asyncio.Task[None]] = []
    start = asyncio.get_running_loop().call_later(
        after, lambda: shown.append(start_task(_show(bot, chat_id, thread_id)))
    )
    try:
        yield
    finally:
        start.cancel()
        for task in shown:
            task.cancel()
            await asyncio.wait({task})


async def _show(bot: Bot, chat_id: int, thread_id: int | None) -> None:
    while True:
        with suppress(AiogramError):
            await bot.send_chat_action(chat_id, "typing", message_thread_id=thread_id)
        await asyncio.sleep(REPEAT_EVERY)
