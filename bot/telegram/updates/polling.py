"""Long polling that confirms an update to Telegram only after the intake has it.

aiogram's own polling confirms updates before they are handled, and a kill loses the question being answered.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    TelegramConflictError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)

from bot.errors import StorageUnavailableError, TokenRejectedError
from bot.telegram.sending.backoff import Backoff
from bot.telegram.updates.chat_queues import ChatQueues
from bot.telegram.updates.intake import Intake, QueuedUpdate
from bot.telegram.updates.raw_updates import ALLOWED_UPDATES, GetRawUpdates
from bot.telegram.updates.reading import next_offset, readable

log = structlog.get_logger()
MIN_INTERVAL = 0.2
"""Seconds between polls that return nothing, for servers that do not hold the request open."""


class Poller:
    """Hands updates to the intake, while the queues have room.

    `timeout`: seconds for which Telegram holds a poll open; `network_timeout`: seconds added for the network.
    """

    def __init__(
        self,
        bot: Bot,
        intake: Intake,
        queues: ChatQueues[QueuedUpdate],
        backoff: Backoff,
        *,
        timeout: int,
        network_timeout: float,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._intake = intake
        self._queues = queues
        self._backoff = backoff
        self._timeout = timeout
        self._network_timeout = network_timeout
        self._sleep = sleep

    async def run(self) -> None:
        """Poll until cancelled. Raises TokenRejectedError if the token is revoked."""
        with suppress(StorageUnavailableError):
            await self._intake.recover()
        offset: int | None = None
        while True:
            await self._queues.wait_for_space()
            offset = await self._poll(offset)

    async def _poll(self, offset: int | None) -> int | None:
        """Get one batch, with retries; returns the next offset."""
        for step, delay in enumerate(self._backoff.delays(), 1):
            try:
                started = time.monotonic()
                batch = await self._fetch(offset)
                await self._intake.accept(tuple(readable(batch)))
                if not batch and time.monotonic() - started < MIN_INTERVAL:
                    await self._sleep(MIN_INTERVAL)
            except TelegramUnauthorizedError as error:
                raise TokenRejectedError from error
            except Exception as error:  # noqa: BLE001 - API, network or database: polling goes on
                if isinstance(error, TelegramConflictError) and "webhook" in error.message:
                    await self._delete_webhook()
                if isinstance(error, TelegramRetryAfter):
                    delay = float(error.retry_after)
                log.warning("no updates", step=step, next_try_in=round(delay, 1), reason=str(error))
                await self._sleep(delay)
                continue
            if step > 1:
                log.info("updates again", after_steps=step - 1)
            return next_offset(batch, offset)
        raise AssertionError  # the delays never end

    async def _delete_webhook(self) -> None:
        """The operator has chosen polling; updates that wait at the webhook then come by polling."""
        with suppress(AiogramError):
            await self._bot.delete_webhook(drop_pending_updates=False)

    async def _fetch(self, offset: int | None) -> Sequence[Any]:
        call = GetRawUpdates(offset=offset, timeout=self._timeout, allowed_updates=list(ALLOWED_UPDATES))
        return await self._bot(call, request_timeout=int(self._timeout + self._network_timeout))
