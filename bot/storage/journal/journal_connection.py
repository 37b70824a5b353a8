"""The journal's own connection: one that stays open, and is dropped as soon as it does not answer.

SQLite is written in one thread, a whole transaction at a time; a thread for each statement would cost more
than the statements.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any, TypeVar

from sqlalchemy import Connection, CursorResult, Engine, event
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records.updates import Counts, Incoming, Unfinished
from bot.settings import tasks
from bot.storage.connection.database import WRITES, Database
from bot.storage.journal.journal_batch import Batch, BatchResult, stored_body
from bot.storage.journal.journal_sql import statements

ANSWERS_WITHIN = 2.0
"""Seconds after which a database that does not answer counts as down."""
LEASE = 20.0
"""Seconds after its last sign of life in which a process keeps its updates: one that lives may give none for
some on a busy machine. What a process left that is started again at its place is taken over at once."""
_LAST_LOOKS = 10
Result = TypeVar("Result")


class JournalConnection:
    """`owner`: `place/run`; what an earlier run left at the same place is taken over at once."""

    def __init__(self, database: Database, owner: str) -> None:
        self._database = database
        self._owner = owner
        self._sql = statements("sqlite" if database.is_sqlite else "postgresql")
        self._kept: AsyncConnection | None = None
        self._engine: Engine | None = None
        self._thread = ThreadPoolExecutor(1, "journal") if database.is_sqlite else None
        self._one_at_a_time = asyncio.Lock()
        database.closes_with(self.close)
        self._answered_at = 0.0
        self._alive_at = self._since = float("-inf")
        self._unknown: set[int] = set()

    async def write(self, batch: Batch) -> BatchResult:
        """One transaction, with a sign of life where other processes may share the inbox."""

        def work(connection: Connection) -> BatchResult:
            if signs:
                connection.execute(self._sql.alive, {"owner": self._owner})
            return batch.write(connection, self._sql, self._owner)

        now = asyncio.get_running_loop().time()
        signs = not self._database.is_sqlite and now - self._alive_at > LEASE / 4
        found = await self._run(work)
        if signs:
            if now - self._alive_at > LEASE / 2:
                self._since = now
            self._alive_at = now
        return found

    async def look(self, update: Incoming) -> BatchResult:
        """How an update stands that was taken before."""
        batch = Batch(taken=[update])
        return await self._run(lambda connection: batch.look(connection, self._sql, self._owner))

    async def take_over(self, is_held: Callable[[int], bool]) -> Sequence[Unfinished]:
        """Take the updates of processes that are gone: on SQLite all others; elsewhere those without a sign
        of life within the lease, once this process itself has given signs for as long. And read those of this
        process that it does not hold, at two looks in a row: it may be about to.
        """
        place = self._owner.rpartition("/")[0]
        seen_long = asyncio.get_running_loop().time() - self._since > LEASE
        lease = -1.0 if self._database.is_sqlite else LEASE if seen_long else 10 * 365 * 86400.0
        given = {"owner": self._owner, "mine": f"{place}/", "lease": lease}

        def work(connection: Connection) -> tuple[Sequence[Unfinished], Sequence[int]]:
            own = connection.scalars(self._sql.own, {"owner": self._owner}).all()
            connection.execute(self._sql.leave_handled)
            return _unfinished(connection.execute(self._sql.take_over, given)), own

        left, own = await self._run(work)
        unknown = {number for number in own if not is_held(number)}
        again, self._unknown = unknown & self._unknown, unknown
        if not again:
            return left
        rows = {"rows": json.dumps(list(again))}
        return [
            *await self._run(lambda connection: _unfinished(connection.execute(self._sql.read, rows))),
            *left,
        ]

    async def close(self) -> None:
        if self._thread is not None:
            self._thread.shutdown(wait=False)
        if self._kept is not None:
            kept, self._kept = self._kept, None
            await kept.close()

    async def _run(self, work: Callable[[Connection], Result]) -> Result:
        """Raises what the driver raises, or TimeoutError."""
        async with self._one_at_a_time:
            return await (self._in_time(work) if self._thread is None else self._in_thread(work))

    async def _in_time(self, work: Callable[[Connection], Result]) -> Result:
        """A connection whose transaction was begun and not ended is dropped: nobody else may go on with it,
        be it that the server does not answer or that whoever waited was cancelled.
        """
        task = tasks.start_task(self._on_server(work))
        try:
            await self._while_answering(task)
            if not task.done():
                raise TimeoutError
            return task.result()
        except BaseException:
            task.cancel()
            task.add_done_callback(_look_away)
            self._drop(task)
            raise

    async def _while_answering(self, task: asyncio.Task[Result]) -> None:
        """Wait as long as statement after statement is answered."""
        loop = asyncio.get_running_loop()
        self._answered_at = loop.time()
        while not task.done() and (left := self._answered_at + ANSWERS_WITHIN - loop.time()) > 0:
            await asyncio.wait({task}, timeout=left)
        # After a time without the processor the answer may lie in the socket.
        for _ in range(_LAST_LOOKS):
            if not task.done():
                await asyncio.sleep(0.01)

    async def _on_server(self, work: Callable[[Connection], Result]) -> Result:
        if self._kept is None:
            self._kept = await self._database.engine.connect()
            event.listen(self._kept.sync_connection, "after_cursor_execute", self._note_answer)
        async with self._kept.begin():
            return await self._kept.run_sync(work)

    def _note_answer(self, *_: object) -> None:
        self._answered_at = asyncio.get_running_loop().time()

    async def _in_thread(self, work: Callable[[Connection], Result]) -> Result:
        def transaction() -> Result:
            if self._engine is None:
                self._engine = self._database.thread_engine(busy=ANSWERS_WITHIN)
            with self._engine.connect() as connection:
                connection.execution_options(**{WRITES: True})
                with connection.begin():
                    return work(connection)

        lock = self._database.only_writer()
        async with asyncio.timeout(ANSWERS_WITHIN) as limit, lock:
            limit.reschedule(None)
            return await asyncio.get_running_loop().run_in_executor(self._thread, transaction)

    def _drop(self, user: asyncio.Task[Any] | None = None) -> None:
        """Give the connection up once its cancelled `user` has let go of it; nobody waits for that."""
        if self._kept is not None:
            tasks.detach(_close(self._kept, user))
            self._kept = None


def _unfinished(rows: CursorResult[Any]) -> Sequence[Unfinished]:
    """In the order of arrival."""
    return [
        Unfinished(
            number=row.update_id,
            body=stored_body(row.body),
            counts=Counts(starts=row.starts, sends=row.sends),
        )
        for row in sorted(rows, key=lambda row: row.position)
    ]


def _look_away(task: asyncio.Task[Any]) -> None:
    """Nobody waits for the error of what was given up."""
    if not task.cancelled():
        task.exception()


async def _close(connection: AsyncConnection, user: asyncio.Task[Any] | None) -> None:
    if user is not None:
        await asyncio.wait({user}, timeout=ANSWERS_WITHIN)
    for step in (connection.invalidate, connection.close):
        with suppress(Exception):  # it is broken already
            await step()
