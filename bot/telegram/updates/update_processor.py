"""Handles one update: plain questions on a short way, others by the Dispatcher; then marks it as handled."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramNetworkError, TelegramServerError
from pydantic import ValidationError

from bot.errors import StorageUnavailableError
from bot.records.updates import Unfinished
from bot.settings.clock import Clock
from bot.telegram.ports import UpdateInbox
from bot.telegram.sending.pace import first_send
from bot.telegram.updates.intake import QueuedUpdate
from bot.telegram.updates.progress import LOOK_AGAIN, Progress
from bot.telegram.updates.raw_updates import RawUpdate
from bot.telegram.updates.typed_updates import read_update
from bot.telegram.updates.worker_slots import WorkerSlot, place_given_up

log = structlog.get_logger()
PASSING = (StorageUnavailableError, TelegramNetworkError, TelegramServerError)
"""What leaves an update unhandled: the same update may succeed later."""
MOST_TRIES = 3
"""How often an update is begun, by this run of the bot or after kills, before it is set aside."""
MOST_SENDS = 2
"""How often a reply to an update may have been sent before no more is."""
FEW = 4
"""Updates of a killed process that are worked on at a time, up to their first message: another kill must not
count against those that only wait for the processor.
"""
_PAUSES = (1.0, 5.0)


class ShortWay(Protocol):
    """Handles plain questions without the Dispatcher."""

    async def answer(self, raw: RawUpdate) -> bool:
        """False where the update is none, or needs more."""
        ...

    async def apologise(self, raw: RawUpdate) -> None: ...


class UpdateProcessor:
    def __init__(
        self,
        bot: Bot,
        dispatcher: Dispatcher,
        inbox: UpdateInbox,
        now: Clock,
        short_way: ShortWay | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._inbox = inbox
        self._now = now
        self._short_way = short_way
        self._sleep = sleep
        self._few = asyncio.Semaphore(FEW)
        self._going: dict[int, Progress] = {}

    async def process(self, update: QueuedUpdate) -> bool:
        """Handle an update and mark it. Never raises: one update must not stop the bot.

        False where another process has it by now. When cancelled it leaves the update unmarked, for `leave`.
        """
        turn = WorkerSlot(self._few)
        progress = self._going[update.number] = Progress(self._inbox, update, turn, self._sleep)
        first_send.set(progress.first_send)
        try:
            if update.left is not None:
                is_mine = await self._continue(update, update.left, progress, turn)
            else:
                is_mine = await self._start(update, progress)
        except Exception:
            log.exception("update failed", update=update.raw.get("update_id"))
            is_mine = True
        del self._going[update.number]
        if not is_mine:
            log.warning("left to the process that took it over", update=update.raw.get("update_id"))
            return False
        self._inbox.mark(update.number, self._now())
        return True

    def leave(self, update: QueuedUpdate) -> None:
        """The bot stops before the update is handled: it goes back to the inbox."""
        turn = WorkerSlot(self._few)
        progress = self._going.pop(update.number, None) or Progress(self._inbox, update, turn)
        progress.leave()

    async def _start(self, update: QueuedUpdate, progress: Progress) -> bool:
        """Handle what has come. False where another process has it by now."""
        if update.behind is not None:
            async with place_given_up():
                await self._inbox.wait_for_turn(update.behind)
        if not update.begun:
            try:
                if not await progress.begin():
                    return False
            except StorageUnavailableError:
                log.info("begun without being noted", update=update.raw.get("update_id"))
        await self._try(update.raw)
        return True

    async def _continue(
        self, update: QueuedUpdate, left: Unfinished, progress: Progress, turn: WorkerSlot
    ) -> bool:
        """Handle what a killed process left. False where another process has it by now."""
        told = {"update": update.raw.get("update_id"), "starts": left.counts.starts}
        if left.counts.sends >= MOST_SENDS:
            log.error("update set aside", **told, answered=True)
            return True
        async with place_given_up():
            await turn.take()
        try:
            if not await progress.begin():
                return False
            if left.counts.starts < MOST_TRIES:
                await self._try(update.raw)
            else:
                log.error("update set aside", **told)
                if self._short_way is not None:
                    await self._short_way.apologise(update.raw)
        finally:
            turn.give_back()
        return True

    async def _try(self, raw: RawUpdate) -> None:
        """Handle it; after a passing failure again, as long as the database is away and MOST_TRIES times."""
        for pause in (*_PAUSES, None):
            try:
                return await self._handle(raw)
            except PASSING as error:
                log.warning("update waits", update=raw.get("update_id"), reason=type(error).__name__)
                if pause is None:
                    log.error("update set aside", update=raw.get("update_id"), reason=type(error).__name__)
                    return None
                async with place_given_up():
                    await self._sleep(pause)
                    while self._inbox.is_down:
                        await self._sleep(LOOK_AGAIN)
        return None

    async def _handle(self, raw: RawUpdate) -> None:
        if self._short_way is not None and await self._short_way.answer(raw):
            return
        try:
            update = read_update(raw, self._bot)
        except ValidationError as error:
            log.warning("update not understood", update=raw.get("update_id"), problems=error.error_count())
            return
        await self._dispatcher.feed_update(self._bot, update)
