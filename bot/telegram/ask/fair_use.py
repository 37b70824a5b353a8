"""Fair use: a person or a chat asks only so many questions a minute, so that others need not wait.

One polite message, then silence until half of the share is free: whoever goes on asking is not told the same
after each answer. A wish that opens a command's screen («отпишись»)
goes through as the command does. Counted in this process alone.
"""

from __future__ import annotations

import re
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Collection
from enum import Enum, auto
from typing import Any

from aiogram import BaseMiddleware
from aiogram.dispatcher.event.bases import NextMiddlewareType
from aiogram.types import Message, TelegramObject

from bot.replies.answers import notices
from bot.telegram.sending.places import place_for_author
from bot.telegram.sending.sender import Sender
from knowledge.results import Wish
from knowledge.understanding.wishes import read_wish

WINDOW = 60.0
"""Seconds."""
_AT_ONCE = 5
"""Questions of one second answered without a pause to whoever has used half of a minute's share."""
_MENTION = re.compile(r"^\s*@\w+[\s,:]*")
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
        self._to_warn: dict[int, int] = {}

    def admit(self, *keys: int, message: int = 0) -> UseVerdict:
        """Count a question of this person in this chat, unless one of them has asked enough.

        `message`: its id, as `is_silent` is given it.
        """
        now = self._seconds()
        promised = [key for key in keys if key in self._to_warn and self._to_warn[key] <= message]
        for key in promised:
            del self._to_warn[key]
        if promised and not self._warned.issuperset(promised):
            self._warned.update(keys)
            return UseVerdict.WARN
        counts = {key: self._recent(key, now) for key in keys}
        full = [key for key, times in counts.items() if self._is_closed(key, len(times))]
        if not full:
            for key, times in counts.items():
                times.append(now)
                self._warned.discard(key)
            return UseVerdict.ANSWER
        if self._warned.issuperset(full):
            return UseVerdict.SILENCE
        self._warned.update(full)
        return UseVerdict.WARN

    def withdraw(self, *keys: int) -> None:
        """Do not count the question admitted last."""
        for key in keys:
            if times := self._asked.get(key):
                times.pop()

    def is_full(self, *keys: int) -> bool:
        """Whether a question would not be answered now; counts nothing."""
        now = self._seconds()
        return any(self._is_closed(key, len(self._recent(key, now))) for key in keys if key in self._asked)

    def is_silent(self, *keys: int, waiting: int, message: int) -> bool:
        """Whether a question after `waiting` others is to be left without a reply.

        The first that is too many is not: its turn brings the warning, even if there is room again by then.
        """
        now = self._seconds()
        asked = {key: len(self._recent(key, now)) for key in keys if key in self._asked}
        full = {key for key, number in asked.items() if self._is_closed(key, number)}
        if full and self._warned.issuperset(full):
            return True
        if max(asked.values(), default=0) + waiting < self._per_minute:
            return False
        return any(self._to_warn.setdefault(key, message) != message for key in keys)

    def pause(self, *keys: int) -> float:
        """Seconds to wait before the question admitted last is answered, so that others go first."""
        now, wanted = self._seconds(), 0.0
        for key in keys:
            times = self._recent(key, now)
            if len(times) > max(_AT_ONCE, self._per_minute // 2):
                wanted = max(wanted, times[-1 - _AT_ONCE] + 1.0 - now)
        return wanted

    def _is_closed(self, key: int, asked: int) -> bool:
        """Whether no question is answered: the share is used, or was and half of it is not free yet."""
        return asked >= self._per_minute or (key in self._warned and asked > self._per_minute // 2)

    def _recent(self, key: int, now: float) -> deque[float]:
        times = self._asked.setdefault(key, deque())
        self._asked.move_to_end(key)
        while times and times[0] <= now - WINDOW:
            times.popleft()
        while len(self._asked) > _KEPT:
            forgotten, _ = self._asked.popitem(last=False)
            self._warned.discard(forgotten)
            self._to_warn.pop(forgotten, None)
        return times


class LimitQuestions(BaseMiddleware):
    """A middleware of questions: it runs for them alone, before the engine. Editors are not limited.

    `screens`: the wishes that open a command's screen.
    """

    def __init__(self, fair_use: FairUse, sender: Sender, screens: Collection[Wish] = ()) -> None:
        self._fair_use = fair_use
        self._sender = sender
        self._screens = screens

    def _is_wish(self, text: str) -> bool:
        """Without the mention of the bot that a group's message begins with."""
        return read_wish(_MENTION.sub("", text)) in self._screens

    async def __call__(
        self, handler: NextMiddlewareType[TelegramObject], event: TelegramObject, data: dict[str, Any]
    ) -> Any:
        assert isinstance(event, Message)
        if data.get("editor") is not None:
            return await handler(event, data)
        keys = {0 if event.from_user is None else event.from_user.id, event.chat.id}
        if self._fair_use.is_full(*keys) and self._is_wish(event.text or ""):
            return await handler(event, data)
        match self._fair_use.admit(*keys, message=event.message_id):
            case UseVerdict.ANSWER:
                return await handler(event, data)
            case UseVerdict.WARN:
                await self._sender.send(place_for_author(event), notices.too_many())
        return None
