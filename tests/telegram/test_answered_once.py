"""Each update is handled once by a process, whatever PostgreSQL does between its deliveries."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from sqlalchemy import insert, select, update

from bot.settings.tasks import start_task
from bot.storage.connection.database import Database
from bot.storage.journal.journal import Journal
from bot.storage.tables import inbox
from bot.telegram.updates.chat_queues import ChatQueues
from bot.telegram.updates.intake import Intake, QueuedUpdate
from bot.telegram.updates.raw_updates import fingerprint
from tests.storage.databases import DatabaseFactory
from tests.storage.test_journal import NOW, running
from tests.storage.test_outages import behind_proxy, until_up

pytestmark = pytest.mark.postgres
UPDATE = {"update_id": 1, "message": {"chat": {"id": 7}, "from": {"id": 7}, "text": "а"}}
NUMBER = fingerprint(UPDATE, 42)


@dataclass
class Process:
    """A journal with an intake; `handled`: the updates, each for as long as `free` is not set."""

    journal: Journal
    handled: list[int] = field(default_factory=list)
    free: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.queues: ChatQueues[QueuedUpdate] = ChatQueues(self._handle)
        self.intake = Intake(42, self.journal, self.queues)

    async def _handle(self, update: QueuedUpdate) -> bool:
        self.handled.append(update.number)
        await self.free.wait()
        self.journal.mark(update.number, NOW)
        return True

    async def rest(self) -> None:
        """Let everything in the queues be handled."""
        self.free.set()
        async with asyncio.timeout(5):
            while self.queues.pending:  # noqa: ASYNC110 - the queues set no event
                await asyncio.sleep(0.01)


@asynccontextmanager
async def a_process(database: Database, owner: str = "here/1") -> AsyncIterator[Process]:
    async with running(database, owner) as (journal, _):
        yield Process(journal)


@pytest.mark.parametrize("answered", [True, False])
@pytest.mark.parametrize("frozen", [True, False])
async def test_what_was_stored_and_comes_again_while_the_database_is_away(
    database_factory: DatabaseFactory, frozen: bool, answered: bool
) -> None:
    async with behind_proxy(database_factory) as (database, proxy), a_process(database) as process:
        await process.intake.accept([UPDATE])
        if answered:
            await process.rest()
            await process.journal.settle()
        if frozen:
            proxy.freeze()
        else:
            await proxy.refuse()
        again = start_task(process.intake.accept([UPDATE]))
        await asyncio.wait([again], timeout=3)
        await process.rest()
        await again
        await proxy.heal()
        await until_up(process.journal)
        await process.intake.accept([UPDATE])
        await process.rest()
        assert process.handled == [NUMBER]


async def test_what_was_left_and_comes_again_while_the_database_is_away(
    database_factory: DatabaseFactory,
) -> None:
    async with behind_proxy(database_factory) as (database, proxy):
        async with a_process(database, "here/1") as killed:
            await killed.intake.accept([UPDATE])
        async with a_process(database, "here/2") as process:
            await proxy.refuse()
            async with asyncio.TaskGroup() as group:
                group.create_task(process.intake.accept([UPDATE]))
                while not process.handled:  # noqa: ASYNC110 - another task appends
                    await asyncio.sleep(0.01)
                await proxy.heal()
                while process.journal.is_down:  # noqa: ASYNC110 - it tries again by itself
                    await asyncio.sleep(0.05)
                await process.intake.recover()
            await process.rest()
            assert process.handled == [NUMBER]


async def test_what_was_taken_over_without_an_answer_is_handled(database_factory: DatabaseFactory) -> None:
    """The transaction was committed, but the connection broke before it said so."""
    async with database_factory.migrated("postgres") as database:
        async with a_process(database, "here/1") as killed:
            await killed.intake.accept([UPDATE])
        async with a_process(database, "here/2") as process:
            async with database.write() as connection:
                await connection.execute(update(inbox).values(owner="here/2"))
            for _ in range(3):
                await process.intake.recover()
            await process.rest()
            assert process.handled == [NUMBER]


async def test_what_was_stored_after_it_was_marked_is_not_left_behind(
    database_factory: DatabaseFactory,
) -> None:
    """A transaction that hung before its end is committed when the server goes on, after a newer one."""
    async with database_factory.migrated("postgres") as database:
        async with a_process(database, "here/1") as first:
            await first.intake.accept([UPDATE])
            async with database.read() as connection:
                row = (await connection.execute(select(inbox))).mappings().one()
            await first.rest()
            await first.journal.settle()
            async with database.write() as connection:
                await connection.execute(insert(inbox), dict(row))
        async with a_process(database, "here/2") as second:
            await second.intake.recover()
            await second.rest()
            assert second.handled == []
