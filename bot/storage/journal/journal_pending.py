"""What waits to be written by the journal, and who waits for it.

While the database is away the rows of what was answered stay here; whoever waits is told at once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import structlog

from bot.errors import StorageUnavailableError
from bot.records.question_log import AskedQuestion
from bot.records.updates import Counts, Incoming, Standing
from bot.storage.journal.journal_batch import Batch, BatchResult, CountsRow
from bot.storage.journal.reader_memory import Key
from knowledge.conversation import Conversation

log = structlog.get_logger()
MOST_WAITING = 20_000
"""Rows that wait in memory while the database is away; beyond this no more are kept, and the log says so."""
Waiters = Sequence[asyncio.Future[None]]


class PendingRows:
    """`some` is set while anything waits, `awaited` while somebody waits for it."""

    def __init__(self) -> None:
        self.some = asyncio.Event()
        self.awaited = asyncio.Event()
        self._batch = Batch()
        self._standings: dict[int, asyncio.Future[Standing]] = {}
        self._waiters: list[asyncio.Future[None]] = []
        self._held: dict[int, asyncio.Future[bool]] = {}
        self._dropped = 0

    def __bool__(self) -> bool:
        return bool(self._batch)

    @property
    def rows(self) -> int:
        return self._batch.rows

    def take(self, updates: Sequence[Incoming]) -> list[tuple[asyncio.Future[Standing], bool]]:
        """What tells how each update stands, and whether it comes for the first time."""
        loop = asyncio.get_running_loop()
        futures: list[tuple[asyncio.Future[Standing], bool]] = []
        for update in updates:
            first = update.number not in self._standings
            if first:
                self._standings[update.number] = loop.create_future()
                self._batch.taken.append(update)
            futures.append((self._standings[update.number], first))
        self.awaited.set()
        self.some.set()
        return futures

    def count(self, number: int, counts: Counts) -> asyncio.Future[bool]:
        """Whether the update is still this process's, once it is written."""
        self._batch.counts[number] = CountsRow(counts, leaves=False)
        held = self._held[number] = asyncio.get_running_loop().create_future()
        return held

    def recount(self, number: int, counts: Counts, *, leaves: bool = False) -> None:
        self._batch.counts[number] = CountsRow(counts, leaves)
        self.some.set()

    def save(self, key: Key, conversation: Conversation) -> None:
        if self._has_room():
            self._batch.conversations[key] = conversation
            self.some.set()

    def record(self, question: AskedQuestion) -> None:
        if self._has_room():
            self._batch.asked.append(question)
            self.some.set()

    def mark(self, number: int, at: datetime) -> None:
        if self._has_room():
            self._batch.handled[number] = at
            self._batch.counts.pop(number, None)
            self.some.set()

    def written(self) -> asyncio.Future[None]:
        """Done when what waits now is written."""
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiters.append(waiter)
        self.awaited.set()
        self.some.set()
        return waiter

    def collect(self) -> tuple[Batch, Waiters]:
        """All that waits, for one transaction, and who waits for it."""
        batch, self._batch = self._batch, Batch()
        waiters, self._waiters = self._waiters, []
        self.some.clear()
        self.awaited.clear()
        return batch, waiters

    def tell(self, batch: Batch, found: BatchResult) -> None:
        """The updates that a transaction took stand as `found` says."""
        for update in batch.taken:
            _resolve(self._standings.pop(update.number), found.standings[update.number])
        for number in batch.counts:
            if (held := self._held.pop(number, None)) is not None:
                _resolve(held, number in found.held)

    def refuse(self, taken: Iterable[Incoming], waiters: Iterable[asyncio.Future[None]]) -> None:
        """What was not written raises StorageUnavailableError where it is waited for."""
        for update in taken:
            _fail(self._standings.pop(update.number))
        for waiter in waiters:
            _fail(waiter)

    def give_back(self, batch: Batch, waiters: Waiters) -> None:
        """The database is away: keep the rows that nobody waits for, refuse all others."""
        self.refuse([*batch.taken, *self._batch.taken], [*waiters, *self._waiters])
        for number in (*batch.counts, *self._batch.counts):
            self._held.pop(number, None)
        self._waiters.clear()
        batch.before(self._batch)
        self._batch = batch.only_rows()
        self.some.set()

    def _has_room(self) -> bool:
        if self._batch.rows < MOST_WAITING:
            return True
        self._dropped += 1
        if self._dropped & (self._dropped - 1) == 0:
            log.error("too many rows wait for the database", dropped=self._dropped)
        return False


def release(waiters: Waiters) -> None:
    """What they waited for is written."""
    for waiter in waiters:
        _resolve(waiter, None)


def _resolve(future: asyncio.Future[Any], value: object) -> None:
    if not future.done():
        future.set_result(value)


def _fail(future: asyncio.Future[Any]) -> None:
    if not future.done():
        future.set_exception(StorageUnavailableError())
        future.exception()  # whoever waited may be gone: no complaint then
