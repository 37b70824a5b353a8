"""How far the handling of an update has come, as the inbox is told, so that a kill does not forget it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace

from bot.errors import StorageUnavailableError
from bot.records.updates import Counts
from bot.telegram.ports import UpdateInbox
from bot.telegram.sending.pace import FirstSend
from bot.telegram.updates.intake import QueuedUpdate
from bot.telegram.updates.worker_slots import WorkerSlot, place_given_up

LOOK_AGAIN = 0.5
"""Seconds between looks whether the database is back."""


class Progress:
    """Of what a killed process left, start and first message are stored before they happen; of another update
    both were stored when it came or began. `turn`: given back with the first message.
    """

    def __init__(
        self,
        inbox: UpdateInbox,
        update: QueuedUpdate,
        turn: WorkerSlot,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._inbox = inbox
        self._number = update.number
        self._waits = update.left is not None
        self._before = update.left.counts if update.left is not None else Counts(starts=0, sends=0)
        self._begun = replace(self._before, starts=self._before.starts + 1)
        self._sent = replace(self._begun, sends=self._before.sends + 1)
        self._turn = turn
        self._sleep = sleep
        self.first_send = FirstSend(note=self._note_send, forget=self._forget_send, noted=not self._waits)

    async def begin(self) -> bool:
        """False where another process has the update by now. Raises StorageUnavailableError, unless a killed
        process left the update: that waits for the database.
        """
        if not self._waits:
            return await self._inbox.count(self._number, self._sent)
        return await self._until_stored(self._begun)

    def leave(self) -> None:
        """The bot stops before it is handled: the start does not count, nor what was surely not sent."""
        sends = self._before.sends + self.first_send.may_have_arrived
        self._inbox.hand_back(self._number, replace(self._before, sends=sends))

    async def _note_send(self) -> None:
        self._turn.give_back()
        if self._waits:
            await self._until_stored(self._sent)
        else:
            with suppress(StorageUnavailableError):
                await self._inbox.count(self._number, self._sent)

    def _forget_send(self) -> None:
        self._inbox.recount(self._number, self._begun)

    async def _until_stored(self, counts: Counts) -> bool:
        while True:
            try:
                return await self._inbox.count(self._number, counts)
            except StorageUnavailableError:
                async with place_given_up():
                    await self._sleep(LOOK_AGAIN)
