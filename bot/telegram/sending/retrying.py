"""Retries calls of the Bot API: after 429 when Telegram says, after 5xx and lost connections with backoff."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import (
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
from bot.telegram.updates.worker_slots import place_given_up

log = structlog.get_logger()
TRANSIENT = (TelegramNetworkError, TelegramServerError)
"""A response that cannot be read is none of them: the call was carried out."""
NEVER_RETRIED: tuple[type[TelegramMethod[Any]], ...] = (GetMe, GetRawUpdates, SendChatAction)
"""Their callers retry by themselves, or the call is not worth a retry."""
SHORT_LIVED: tuple[type[TelegramMethod[Any]], ...] = (AnswerCallbackQuery, AnswerInlineQuery)
"""Answers that the reader waits for only a few seconds."""
RETRY_BUDGET = 1800.0
"""Seconds of delays after which a call is given up; Telegram's own `retry_after` does not count."""
SHORT_BUDGET = 5.0
"""The same for SHORT_LIVED."""


class RetryMiddleware(BaseRequestMiddleware):
    """A middleware of the Bot's session, so that it covers every call of that Bot."""

    def __init__(self, backoff: Backoff, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        self._backoff = backoff
        self._sleep = sleep

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        if isinstance(method, NEVER_RETRIED):
            return await make_request(bot, method)
        budget = SHORT_BUDGET if isinstance(method, SHORT_LIVED) else RETRY_BUDGET
        for delay in self._backoff.delays():
            try:
                return await make_request(bot, method)
            except TelegramRetryAfter as error:
                if isinstance(method, SHORT_LIVED) and error.retry_after > budget:
                    raise
                delay = float(error.retry_after)
            except TRANSIENT as error:
                budget -= delay
                if budget < 0:
                    raise
                log.info("call repeated", method=method.__api_method__, reason=type(error).__name__)
            async with place_given_up():
                await self._sleep(delay)
        raise AssertionError  # the delays never end
