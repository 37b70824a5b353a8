"""The pace of replies: Telegram allows about 30 messages a second to a bot, and about one a second to a chat.

Bursts pass. A 429 ends the burst: from then on the pace holds until enough quiet time has passed.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, nullcontext
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import AiogramError, TelegramRetryAfter
from aiogram.methods import (
    EditMessageText,
    Response,
    SendDocument,
    SendMessage,
    SendPhoto,
    TelegramMethod,
)
from aiogram.methods.base import TelegramType

from bot.telegram.sending.plain_calls import SendText
from bot.telegram.updates.worker_slots import place_given_up

PACED: tuple[type[TelegramMethod[Any]], ...] = (
    SendText,
    SendMessage,
    SendDocument,
    SendPhoto,
    EditMessageText,
)
CHAT_RATE, CHAT_BURST = 1.0, 60
"""Messages a second to one chat, and messages that may go at once after a pause."""
MOST_CHATS = 10_000
CROWD, CROWD_SECONDS = 3, 10.0
"""So many chats refused within so many seconds: the limit of the bot is meant, not of one chat."""


@dataclass(slots=True, kw_only=True)
class FirstSend:
    """The first message that an update sends, which must be noted before. `note` does so, `forget` takes it
    back where Telegram surely has not sent it.
    """

    note: Callable[[], Awaitable[None]]
    forget: Callable[[], None]
    noted: bool
    may_have_arrived: bool = False
    _over: bool = False

    @asynccontextmanager
    async def trying(self) -> AsyncIterator[None]:
        """Around each attempt to send a message."""
        if self._over:
            yield
            return
        if not self.noted:
            self.noted = True
            await self.note()
        try:
            yield
        except TelegramRetryAfter:
            self.noted = self.may_have_arrived = False
            self.forget()
            raise
        except AiogramError:
            self._over = True
            raise
        self._over = True


first_send: ContextVar[FirstSend | None] = ContextVar("first_send", default=None)
"""Of the update that is being handled."""


class _Bucket:
    """Tokens that come back at `rate` a second, at most `burst`."""

    __slots__ = ("_at", "_burst", "_rate", "_tokens")

    def __init__(self, rate: float, burst: float, now: float) -> None:
        self._rate, self._burst = rate, burst
        self._tokens, self._at = burst, now

    def reserve(self, now: float) -> float:
        """Take a token; returns the seconds until it is there."""
        self._tokens = min(self._burst, self._tokens + (now - self._at) * self._rate) - 1
        self._at = now
        return max(0.0, -self._tokens / self._rate)

    def end_burst(self) -> None:
        self._tokens = min(self._tokens, 0.0)


class ReplyPace:
    """Whoever asks first sends first: a chat has one message on its way at a time, so chats take turns."""

    def __init__(
        self,
        per_second: float,
        burst: float,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._sleep = sleep
        self._clock = clock
        self._all = _Bucket(per_second, burst, clock())
        self._chats: OrderedDict[object, _Bucket] = OrderedDict()
        self._refused: OrderedDict[object, float] = OrderedDict()

    async def wait(self, chat: object) -> None:
        """Wait until a message may go to the chat, without holding a place."""
        now = self._clock()
        delay = max(self._all.reserve(now), self._bucket(chat, now).reserve(now))
        if delay > 0:
            async with place_given_up():
                await self._sleep(delay)

    def refused(self, chat: object) -> None:
        """Telegram answered 429."""
        now = self._clock()
        self._bucket(chat, now).end_burst()
        self._refused[chat] = now
        self._refused.move_to_end(chat)
        while next(iter(self._refused.values())) < now - CROWD_SECONDS:
            self._refused.popitem(last=False)
        if len(self._refused) >= CROWD:
            self._all.end_burst()

    def _bucket(self, chat: object, now: float) -> _Bucket:
        found = self._chats.get(chat)
        if found is None:
            found = self._chats[chat] = _Bucket(CHAT_RATE, CHAT_BURST, now)
            if len(self._chats) > MOST_CHATS:
                self._chats.popitem(last=False)
        else:
            self._chats.move_to_end(chat)
        return found


class PaceReplies(BaseRequestMiddleware):
    """A middleware of the Bot's session, inside RetryMiddleware: every attempt keeps the pace."""

    def __init__(self, pace: ReplyPace) -> None:
        self._pace = pace

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        if not isinstance(method, PACED):
            return await make_request(bot, method)
        chat, first = getattr(method, "chat_id", None), first_send.get()
        async with nullcontext() if first is None else first.trying():
            await self._pace.wait(chat)
            if first is not None:
                first.may_have_arrived = True
            try:
                return await make_request(bot, method)
            except TelegramRetryAfter:
                self._pace.refused(chat)
                raise
