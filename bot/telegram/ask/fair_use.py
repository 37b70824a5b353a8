"""Fair use: a person or a chat asks only so many questions a minute, so that others need not wait.

One polite message, then silence until there is room again. Counted in this process alone.
"""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Callable
from enum import Enum, auto
from typing import Any

from aiogram import BaseMiddleware
from aiogram.dispatcher.event.bases import NextMiddlewareType
from aiogram.types import Message, TelegramObject

from bot.replies.answers import notices
from bot.telegram.sending.places import place_for_author
from bot.telegram.sending.sender import Sender

WINDOW = 60.0
"""Seconds."""
_AT_ONCE = 5
"""Questions of one second answered without a pause to whoever has used half of a minute's share."""
_KEPT = 20_000
"""Persons and chats that are counted; those that asked longest ago are forgotten first."""


class UseVerdict(Enum):
    ANSWER = auto()
    WARN = auto()
    SILENCE = auto()


class FairUse:
    """`seconds` is a monotonic clock."""

    def __init__(self, per_minute: int, seconds: Callable[[], float] = time.monotonic) -> None:
        self._per_minute = per_minute
        self._seconds = seconds
        self._asked: OrderedDict[int, deque[float]] = OrderedDict()
        self._warned: set[int] = set()

    def admit(self, *keys: int) -> UseVerdict:
        """Count a question of this person in this chat, unless one of them has asked enough."""
        now = self._seconds()
        counts = {key: self._recent(key, now) for key in keys}
        full = [key for key, times in counts.items() if len(times) >= self._per_minute]
        if not full:
            for key, times in counts.items():
                times.append(now)
                self._warned.discard(key)
            return UseVerdict.ANSWER
        if self._warned.issuperset(full):
            return UseVerdict.SILENCE
        self._warned.update(full)
        return UseVerdict.WARN

    def is_silent(self, *keys: int, waiting: int) -> bool:
        """Whether a question after `waiting` others would be left without a reply; counts nothing."""
        now = self._seconds()
        asked = {key: len(self._recent(key, now)) for key in keys if key in self._asked}
        full = {key for key, number in asked.items() if number >= self._per_minute}
        # Where nobody was warned yet, the first question too many is to be heard.
        warned = bool(full) and self._warned.issuperset(full)
        return warned or max(asked.values(), default=0) + waiting > self._per_minute

    def pause(self, *keys: int) -> float:
        """Seconds to wait before the question admitted last is answered, so that others go first."""
        now, wanted = self._seconds(), 0.0
        for key in keys:
            times = self._recent(key, now)
            if len(times) > max(_AT_ONCE, self._per_minute // 2):
                wanted = max(wanted, times[-1 - _AT_ONCE] + 1.0 - now)
        return wanted

    def _recent(self, key: int, now: float) -> deque[float]:
        times = self._asked.setdefault(key, deque())
        self._asked.move_to_end(key)
        while times and times[0] <= now - WINDOW:
            times.popleft()
        while len(self._asked) > _KEPT:
            forgotten, _ = self._asked.popitem(last=False)
            self._warned.discard(forgotten)
        return times


class LimitQuestions(BaseMiddleware):
    """A middleware of questions: it runs for them alone, before the engine. Editors are not limited."""

    def __init__(self, fair_use: FairUse, sender: Sender) -> None:
        self._fair_use = fair_use
        self._sender = sender

    async def __call__(
        self, handler: NextMiddlewareType[TelegramObject], event: TelegramObject, data: dict[str, Any]
    ) -> Any:
        assert isinstance(event, Message)
        if data.get("editor") is not None:
            return await handler(event, data)
        person = 0 if event.from_user is None else event.from_user.id
        match self._fair_use.admit(*{person, event.chat.id}):
            case UseVerdict.ANSWER:
                return await handler(event, data)
            case UseVerdict.WARN:
                await self._sender.send(place_for_author(event), notices.too_many())
        return None
