"""The way to the Bot API: the Bot itself, and the first call that shows whether it is let in."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
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
from bot.telegram.sending.retrying import Retrying

log = structlog.get_logger()


def build_bot(token: str, api_url: str, backoff: Backoff, *, timeout: float) -> Bot:
    """A Bot whose calls are repeated by retrying.py. Raises TokenRejectedError for text that is no token.

    `timeout`: seconds that one call may take. It makes no call yet.
    """
    server = TelegramAPIServer.from_base(api_url.rstrip("/"))
    session = AiohttpSession(api=server, timeout=timeout)
    session.middleware(Retrying(backoff))
    try:
        return Bot(token, session=session)
    except TokenValidationError as error:
        raise TokenRejectedError from error


async def connect(
    bot: Bot, backoff: Backoff, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
) -> User:
    """Who the bot is, as soon as the Bot API says so; a line of the log for every attempt that failed.

    Raises TokenRejectedError: no waiting helps against a wrong token.
    """
    for step, pause in enumerate(backoff.pauses(), 1):
        try:
            return await bot.me()
        except (TelegramUnauthorizedError, TelegramNotFound) as error:
            raise TokenRejectedError from error
        except AiogramError as error:
            if isinstance(error, TelegramRetryAfter):
                pause = float(error.retry_after)
            log.warning("Bot API unreachable", step=step, next_try_in=round(pause, 1), reason=str(error))
        await sleep(pause)
    raise AssertionError  # the pauses never end
