"""Builds the clients of the Bot API, and makes the first call, which checks the token."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from aiogram import Bot
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    AiogramError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.types import User
from aiogram.utils.token import TokenValidationError

from bot.errors import TokenRejectedError
from bot.telegram.sending.backoff import Backoff
from bot.telegram.sending.pace import PaceReplies, ReplyPace
from bot.telegram.sending.plain_calls import PlainSession
from bot.telegram.sending.retrying import RetryMiddleware
from bot.telegram.updates.reading import read_json

log = structlog.get_logger()
OUTBOX_TIMEOUT = 15.0
"""Seconds for one call of an outbox worker; well below the rest of a claim's lease when it is sent."""


def build_bot(
    token: str, api_url: str, backoff: Backoff, *, timeout: float, pace: ReplyPace | None = None
) -> Bot:
    """A client that retries failed calls (retrying.py) and keeps the pace. `timeout`: seconds for one call.

    Makes no call yet. Raises TokenRejectedError for a text that has not the form of a token.
    """
    session = _session(api_url, timeout)
    session.middleware(RetryMiddleware(backoff))
    if pace is not None:
        session.middleware(PaceReplies(pace))
    try:
        return Bot(token, session=session)
    except TokenValidationError as error:
        raise TokenRejectedError from error


def build_bot_without_retries(token: str, api_url: str) -> Bot:
    """A client for outbox workers: the outbox itself schedules the next attempt."""
    return Bot(token, session=_session(api_url, OUTBOX_TIMEOUT))


async def connect(
    bot: Bot, backoff: Backoff, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
) -> User:
    """Wait until the Bot API answers getMe; logs a line for each failed attempt.

    Raises TokenRejectedError at once: a wrong token does not become right.
    """
    for step, delay in enumerate(backoff.delays(), 1):
        try:
            return await bot.me()
        except (TelegramUnauthorizedError, TelegramNotFound) as error:
            raise TokenRejectedError from error
        except AiogramError as error:
            if isinstance(error, TelegramRetryAfter):
                delay = float(error.retry_after)
            log.warning("Bot API unreachable", step=step, next_try_in=round(delay, 1), reason=str(error))
        await sleep(delay)
    raise AssertionError  # the delays never end


def _session(api_url: str, timeout: float) -> PlainSession:
    server = TelegramAPIServer.from_base(api_url.rstrip("/"))
    return PlainSession(api=server, timeout=timeout, json_loads=read_json)
