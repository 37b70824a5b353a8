"""Middleware: of several quick presses of a button that sends a message, only the first counts."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from aiogram import BaseMiddleware
from aiogram.dispatcher.event.bases import NextMiddlewareType
from aiogram.exceptions import AiogramError
from aiogram.types import CallbackQuery, TelegramObject

from bot.replies.answers import notices

WITHIN = 2.0
"""Seconds after a press in which the same one is ignored; each ignored press starts them anew."""
SENDING = frozenset({"asis", "example", "anew", "why", "also", "ics", "follow", "report"})
"""Prefixes of callback data whose buttons send a message; toggles may be pressed twice."""
_KEPT = 10_000


class IgnoreQuickPresses(BaseMiddleware):
    """An outer middleware of callback queries. `seconds` is a monotonic clock."""

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._pressed: OrderedDict[tuple[int, int, int, str], float] = OrderedDict()

    async def __call__(
        self, handler: NextMiddlewareType[TelegramObject], event: TelegramObject, data: dict[str, Any]
    ) -> Any:
        assert isinstance(event, CallbackQuery)
        key = _key(event)
        if key is None:
            return await handler(event, data)
        before = self._pressed.get(key)
        if before is not None and self._seconds() - before < WITHIN:
            self._note(key)
            with suppress(AiogramError):
                await event.answer(notices.PRESSED)
            return None
        try:
            return await handler(event, data)
        finally:
            self._note(key)

    def _note(self, key: tuple[int, int, int, str]) -> None:
        self._pressed[key] = self._seconds()
        self._pressed.move_to_end(key)
        while len(self._pressed) > _KEPT:
            self._pressed.popitem(last=False)


def _key(press: CallbackQuery) -> tuple[int, int, int, str] | None:
    """Who pressed which button of which message; None for one that may be pressed twice."""
    data = press.data or ""
    if press.message is None or data.partition(":")[0] not in SENDING:
        return None
    return press.message.chat.id, press.message.message_id, press.from_user.id, data
