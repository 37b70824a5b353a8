"""Long polling of our own: an update is confirmed to Telegram only once it stands in the inbox.

aiogram's confirms what is not finished, and a kill loses the question in hand.
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

from bot.errors import TokenRejectedError
from bot.telegram.sending.backoff import Backoff
from bot.telegram.stores import UpdateInbox
from bot.telegram.updates.chat_queues import ChatQueues
from bot.telegram.updates.raw_updates import ALLOWED, GetRawUpdates, Raw, fingerprint, lane

log = structlog.get_logger()
AT_LEAST = 0.2
"""Seconds between polls that bring nothing: a server that does not wait must not be hammered."""


class Poller:
    """Takes updates from Telegram into the inbox and from there into the lanes.

    `timeout` is how long one long poll may wait, `patience` what the network may take on top, in seconds.
    """

    def __init__(
        self,
        bot: Bot,
        inbox: UpdateInbox,
        lanes: ChatQueues[Raw],
        backoff: Backoff,
        *,
        timeout: int,
        patience: float,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._inbox = inbox
        self._lanes = lanes
        self._backoff = backoff
        self._timeout = timeout
        self._patience = patience
        self._sleep = sleep

    async def run(self) -> None:
        """Until cancelled. Raises TokenRejectedError if Telegram no longer knows the token."""
        for raw in (await self._inbox.unfinished()).values():
            self._lanes.put(lane(raw), raw)
        offset: int | None = None
        while True:
            await self._lanes.room()
            offset = await self._patiently(offset)

    async def _patiently(self, offset: int | None) -> int | None:
        """One batch, however often it takes to get it; returns the next offset."""
        for step, pause in enumerate(self._backoff.pauses(), 1):
            try:
                began = time.monotonic()
                batch = await self._fetch(offset)
                await self._take(batch)
                if not batch and time.monotonic() - began < AT_LEAST:
                    await self._sleep(AT_LEAST)
            except TelegramUnauthorizedError as error:
                raise TokenRejectedError from error
            except Exception as error:  # noqa: BLE001 - API, network or database: polling goes on
                if isinstance(error, TelegramConflictError) and "webhook" in error.message:
                    await self._leave_webhook()
                if isinstance(error, TelegramRetryAfter):
                    pause = float(error.retry_after)
                log.warning("no updates", step=step, next_try_in=round(pause, 1), reason=str(error))
                await self._sleep(pause)
                continue
            if step > 1:
                log.info("updates again", after_steps=step - 1)
            return batch[-1]["update_id"] + 1 if batch else offset
        raise AssertionError  # the pauses never end

    async def _leave_webhook(self) -> None:
        """Whoever starts polling has chosen it: what waits at the webhook comes by polling then."""
        with suppress(AiogramError):
            await self._bot.delete_webhook(drop_pending_updates=False)

    async def _fetch(self, offset: int | None) -> Sequence[dict[str, Any]]:
        call = GetRawUpdates(offset=offset, timeout=self._timeout, allowed_updates=list(ALLOWED))
        return await self._bot(call, request_timeout=int(self._timeout + self._patience))

    async def _take(self, batch: Sequence[dict[str, Any]]) -> None:
        marked = {fingerprint(raw, self._bot.id): raw for raw in batch}
        for number in await self._inbox.keep(marked):
            raw = marked[number]
            self._lanes.put(lane(raw), raw)
