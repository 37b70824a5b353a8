"""Calls of the Bot API tried again: after 429 when it says, after 5xx and lost connections with backoff."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import (
    AnswerCallbackQuery,
    AnswerInlineQuery,
    GetMe,
    Response,
    SendChatAction,
    TelegramMethod,
)
from aiogram.methods.base import TelegramType

from bot.telegram.sending.backoff import Backoff
from bot.telegram.updates.raw_updates import GetRawUpdates

log = structlog.get_logger()
TRANSIENT = (TelegramNetworkError, TelegramServerError, ClientDecodeError)
"""A proxy's page of HTML instead of JSON shows as ClientDecodeError."""
ONCE: tuple[type[TelegramMethod[Any]], ...] = (GetMe, GetRawUpdates, SendChatAction)
"""They have a loop of their own, or are not worth repeating."""
HASTY: tuple[type[TelegramMethod[Any]], ...] = (AnswerCallbackQuery, AnswerInlineQuery)
PATIENCE = 1800.0
"""Seconds of pauses after which a call is given up; Telegram's own `retry_after` does not count."""
HASTE = 5.0
"""The same for answers that nobody waits for any longer."""


class Retrying(BaseRequestMiddleware):
    """A middleware of the Bot's session, so that whoever calls through it is covered."""

    def __init__(self, backoff: Backoff, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._backoff = backoff
        self._sleep = sleep

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        if isinstance(method, ONCE):
            return await make_request(bot, method)
        left = HASTE if isinstance(method, HASTY) else PATIENCE
        for pause in self._backoff.pauses():
            try:
                return await make_request(bot, method)
            except TelegramRetryAfter as error:
                if isinstance(method, HASTY) and error.retry_after > left:
                    raise
                pause = float(error.retry_after)
            except TRANSIENT as error:
                left -= pause
                if left < 0:
                    raise
                log.info("call repeated", method=method.__api_method__, reason=type(error).__name__)
            await self._sleep(pause)
        raise AssertionError  # the pauses never end
