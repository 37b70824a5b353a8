"""Handles one update: plain questions on a short way, others by the Dispatcher; then marks it as handled."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramNetworkError, TelegramServerError
from pydantic import ValidationError

from bot.errors import StorageUnavailableError
from bot.records.updates import Unfinished
from bot.settings.clock import Clock
from bot.telegram.ports import UpdateInbox
from bot.telegram.sending.pace import before_first_send
from bot.telegram.updates.intake import QueuedUpdate
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
_LOOK_AGAIN = 0.5
Result = TypeVar("Result")


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

    async def process(self, update: QueuedUpdate) -> bool:
        """Handle an update and mark it. Never raises: one update must not stop the bot.

        False where another process has it by now. When cancelled it leaves the update unmarked.
        """
        try:
            if update.left is not None:
                if not await self._continue(update, update.left):
                    return False
            else:
                if update.behind is not None:
                    async with place_given_up():
                        await self._inbox.wait_for_turn(update.behind)
                if not update.begun and not await self._begin(update):
                    return False
                await self._try(update.raw)
        except Exception:
            log.exception("update failed", update=update.raw.get("update_id"))
        self._inbox.mark(update.number, self._now())
        return True

    async def _begin(self, update: QueuedUpdate) -> bool:
        """False where another process has it by now."""
        try:
            return await self._inbox.begin(update.number, sends=True) or _left_to_another(update)
        except StorageUnavailableError:
            log.info("begun without being noted", update=update.raw.get("update_id"))
            return True

    async def _continue(self, update: QueuedUpdate, left: Unfinished) -> bool:
        """Handle what a killed process left: its start and its first message are noted before they happen.

        False where another process has it by now.
        """
        tried, sent = left.starts >= MOST_TRIES, left.sends >= MOST_SENDS
        if sent:
            log.error(
                "update set aside", update=update.raw.get("update_id"), starts=left.starts, answered=True
            )
            return True
        turn = WorkerSlot(self._few)
        async with place_given_up():
            await turn.take()
        try:
            if not await self._until_stored(lambda: self._inbox.begin(update.number, sends=False)):
                return _left_to_another(update)
            before_first_send.set(lambda: self._note_send(update, turn))
            if tried:
                log.error("update set aside", update=update.raw.get("update_id"), starts=left.starts)
                if self._short_way is not None:
                    await self._short_way.apologise(update.raw)
            else:
                await self._try(update.raw)
        finally:
            before_first_send.set(None)
            turn.give_back()
        return True

    async def _note_send(self, update: QueuedUpdate, turn: WorkerSlot) -> None:
        turn.give_back()
        await self._until_stored(lambda: self._inbox.send(update.number))

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
                        await self._sleep(_LOOK_AGAIN)
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

    async def _until_stored(self, note: Callable[[], Awaitable[Result]]) -> Result:
        """What must survive a kill waits for the database."""
        while True:
            try:
                return await note()
            except StorageUnavailableError:
                async with place_given_up():
                    await self._sleep(_LOOK_AGAIN)


def _left_to_another(update: QueuedUpdate) -> bool:
    log.warning("left to the process that took it over", update=update.raw.get("update_id"))
    return False
