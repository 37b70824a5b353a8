"""Middleware: every press is answered, so that no button keeps turning its wheel."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from aiogram import BaseMiddleware
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery, TelegramObject

from bot.replies.answers.notices import FAULT

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Passing(str):
    """A notice that goes by itself, where any other waits to be closed."""

    __slots__ = ()


class AnswerCallbacks(BaseMiddleware):
    """A handler of presses returns a notice to show above the chat, or None for none."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        assert isinstance(event, CallbackQuery)
        notice: str | None = FAULT
        try:
            notice = await handler(event, data)
        finally:
            # «query is too old» and the like: nobody waits for it any more.
            with suppress(TelegramAPIError):
                alert = notice is not None and not isinstance(notice, Passing)
                await event.answer(notice, show_alert=alert)
        return notice
