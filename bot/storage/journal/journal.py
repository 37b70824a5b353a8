"""The journal: writes what updates leave behind in groups, one transaction for many updates.

An update is taken into the inbox before it is handled; its conversation, its line of the question log and
its mark follow after the reply. All that waits at one moment goes into one transaction. While the database
is away the rows wait in memory, and updates go on without being stored.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime

import structlog

from bot.errors import StorageUnavailableError
from bot.records.question_log import AskedQuestion
from bot.records.updates import Counts, Incoming, Standing, Unfinished
from bot.storage.connection.availability import is_passing
from bot.storage.connection.database import Database
from bot.storage.journal.journal_batch import Batch
from bot.storage.journal.journal_connection import JournalConnection
from bot.storage.journal.journal_pending import PendingRows, Waiters, release
from bot.storage.journal.journal_turn import wait_for_turn
from bot.storage.journal.reader_memory import Key, ReaderMemory
from knowledge.conversation import Conversation

log = structlog.get_logger()
LINGER = 0.05
"""Seconds for which rows that nobody waits for are gathered."""
GATHER = 0.004
"""Seconds for which updates are gathered, while more than one comes at a time."""
RETRY = 0.5
"""Seconds between attempts while the database is away."""
ALIVE_EVERY = 1.0
"""Seconds between the signs of life of a process; by them a database that hangs is noticed as well."""


class Journal:
    """`owner` names this process in the inbox: where it runs, then what tells its runs apart."""

    def __init__(self, database: Database, memory: ReaderMemory, owner: str) -> None:
        self._database = database
        self._connection = JournalConnection(database, owner)
        self._memory = memory
        self._pending = PendingRows()
        self._writing = False
        self._crowded = False

    @property
    def is_down(self) -> bool:
        return self._database.is_down

    async def take(self, updates: Sequence[Incoming]) -> list[Standing]:
        """Store updates in the inbox; returns how each stands. Raises StorageUnavailableError."""
        if self.is_down:
            raise StorageUnavailableError
        futures = self._pending.take(updates)
        return [_as_seen(await asyncio.shield(future), first) for future, first in futures]

    async def wait_for_turn(self, update: Incoming) -> None:
        """Where another process has an earlier update of its chat: until that one is handled."""
        await wait_for_turn(self._connection, self._memory, update)

    async def count(self, number: int, counts: Counts) -> bool:
        """Store how often an update was begun, and a reply may have been sent; False where another process
        has taken it over.

        Raises StorageUnavailableError.
        """
        held = self._pending.count(number, counts)
        await self._written()
        return not held.done() or held.result()

    def recount(self, number: int, counts: Counts) -> None:
        """The same, without waiting."""
        self._pending.recount(number, counts)

    def hand_back(self, number: int, counts: Counts) -> None:
        """The same of an update that this process leaves to whoever takes it over."""
        self._pending.recount(number, counts, leaves=True)

    def save(self, key: Key, conversation: Conversation) -> None:
        self._memory.save(key, conversation)
        self._pending.save(key, conversation)

    def record(self, question: AskedQuestion) -> None:
        self._pending.record(question)

    def mark(self, number: int, at: datetime) -> None:
        """The update is handled; its row leaves the inbox."""
        self._pending.mark(number, at)

    async def settle(self) -> None:
        """Wait until everything given so far is in the database. Raises StorageUnavailableError."""
        if self._pending or self._writing:
            await self._written()

    async def take_over(self, is_held: Callable[[int], bool]) -> Sequence[Unfinished]:
        """Updates that processes left which are gone; they are this process's from now on. And those that it
        has without holding them: the transaction was committed, but the answer was lost.

        Raises StorageUnavailableError.
        """
        if self.is_down:
            raise StorageUnavailableError
        try:
            return await self._connection.take_over(is_held)
        except Exception as error:
            if is_passing(error):
                raise StorageUnavailableError from error
            raise

    async def run(self) -> None:
        """Write until cancelled."""
        while True:
            try:
                async with asyncio.timeout(ALIVE_EVERY):
                    await self._pending.some.wait()
            except TimeoutError:
                await self._write(Batch(), ())
                continue
            await self._gather()
            await self._write(*self._pending.collect())
            if self.is_down:
                await asyncio.sleep(RETRY)

    async def flush(self) -> None:
        """Write what waits now, where `run` does not run."""
        if self._pending:
            await self._write(*self._pending.collect())

    async def finish(self, within: float) -> None:
        """Write what waits, for at most `within` seconds, while `run` still runs."""
        try:
            async with asyncio.timeout(within):
                await self.settle()
        except (StorageUnavailableError, TimeoutError):
            log.warning("rows not stored", rows=self._pending.rows)

    async def close(self) -> None:
        """After `run` has ended."""
        await self._connection.close()

    async def _gather(self) -> None:
        """Let more rows come that can go into the same transaction."""
        try:
            async with asyncio.timeout(LINGER):
                await self._pending.awaited.wait()
        except TimeoutError:
            return
        if self._crowded:
            await asyncio.sleep(GATHER)

    async def _write(self, batch: Batch, waiters: Waiters) -> None:
        """One transaction; whoever waits for it is told how it ended."""
        version, self._writing = self._memory.version, True
        try:
            found = await self._connection.write(batch)
        except Exception as error:  # noqa: BLE001 - whatever a driver raises, the journal goes on
            await self._failed(batch, waiters, error)
            return
        finally:
            self._writing = False
        self._crowded = len(batch.taken) > 1
        self._database.mark_up()
        for row in found.readers:
            self._memory.read(row.key, row.conversation, version, form=row.form, unreachable=row.unreachable)
        self._pending.tell(batch, found)
        release(waiters)

    async def _failed(self, batch: Batch, waiters: Waiters, error: Exception) -> None:
        passing = is_passing(error)
        log.warning("not stored", reason=type(error).__name__, rows=batch.rows, passing=passing)
        if passing:
            self._database.mark_down()
            self._pending.give_back(batch, waiters)
        elif len(parts := batch.split()) > 1:
            for part in parts:
                await self._write(part, ())
            release(waiters)
        else:
            log.error("a row is refused", error=str(error)[:200])
            self._pending.refuse(batch.taken, waiters)

    async def _written(self) -> None:
        """Wait for the transaction that holds what is pending now."""
        if self.is_down:
            raise StorageUnavailableError
        await self._pending.written()


def _as_seen(standing: Standing, first: bool) -> Standing:
    """An update that came twice at once is new to the first only."""
    return Standing.HELD if standing in (Standing.NEW, Standing.BEHIND) and not first else standing
