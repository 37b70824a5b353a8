"""PostgreSQL stopped and frozen: down within two seconds for everybody, up again by itself, nothing lost."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from structlog.testing import capture_logs

from bot.errors import StorageUnavailableError
from bot.records.updates import Standing
from bot.settings.tasks import start_task
from bot.storage.connection.database import Database
from bot.storage.journal.journal import Journal
from bot.storage.readers.question_log import StoredQuestions
from tests.chaos.proxy import Proxy, proxied
from tests.storage.databases import DatabaseFactory
from tests.storage.test_journal import KEY, NOW, asked, incoming, running

pytestmark = pytest.mark.postgres


@asynccontextmanager
async def behind_proxy(factory: DatabaseFactory) -> AsyncIterator[tuple[Database, Proxy]]:
    async with factory.migrated("postgres") as direct:
        url = direct.url
        target = (url.host or "127.0.0.1", url.port or 5432)
        async with proxied(random.Random(1), target) as proxy:
            address = url.set(host="127.0.0.1", port=proxy.port).render_as_string(hide_password=False)
            database = Database(address)
            yield database, proxy
            await database.close()


async def until_up(journal: Journal) -> None:
    """The journal tries again by itself."""
    for _ in range(100):
        try:
            return await journal.settle()
        except StorageUnavailableError:
            await asyncio.sleep(0.1)
    raise TimeoutError


@pytest.mark.parametrize("frozen", [True, False])
async def test_an_outage(database_factory: DatabaseFactory, frozen: bool) -> None:
    async with behind_proxy(database_factory) as (database, proxy), running(database) as (journal, _):
        database.watch(journal.settle)
        assert await journal.take([incoming(1)]) == [Standing.NEW]
        reading = StoredQuestions(database)
        assert await reading.last(*KEY) is None
        if frozen:
            proxy.freeze()
        else:
            await proxy.refuse()
        started = time.monotonic()
        outcomes = await asyncio.gather(
            journal.take([incoming(2)]), reading.last(*KEY), reading.last(*KEY), return_exceptions=True
        )
        assert [type(one) for one in outcomes] == [StorageUnavailableError] * 3
        assert time.monotonic() - started < 3
        started = time.monotonic()
        journal.record(asked())
        journal.mark(1, NOW)
        with pytest.raises(StorageUnavailableError):
            await reading.last(*KEY)
        assert time.monotonic() - started < 0.1, "whoever comes later does not wait"
        await proxy.heal()
        await until_up(journal)
        assert await reading.last(*KEY) == asked()
        assert await journal.take([incoming(1), incoming(2)]) == [Standing.HANDLED, Standing.NEW]


async def test_a_reader_in_the_middle_is_cut_off(database_factory: DatabaseFactory) -> None:
    async with behind_proxy(database_factory) as (database, proxy), running(database) as (journal, _):
        database.watch(journal.settle)
        async with database.read():
            pass
        proxy.freeze()
        started = time.monotonic()
        with pytest.raises(StorageUnavailableError):
            async with database.write() as connection:
                await connection.exec_driver_sql("SELECT 1")
        assert time.monotonic() - started < 4.5
        await proxy.heal()
        await until_up(journal)


async def test_who_is_cancelled_in_the_middle_hinders_nobody(database_factory: DatabaseFactory) -> None:
    """A process that stops gives up its look for what is left, and then writes what it has answered."""
    async with behind_proxy(database_factory) as (database, proxy), running(database) as (journal, _):
        assert await journal.take([incoming(1)]) == [Standing.NEW]
        proxy.freeze()
        looks = start_task(journal.take_over(set().__contains__))
        await asyncio.sleep(0.1)
        looks.cancel()
        await asyncio.wait([looks])
        with capture_logs() as lines:
            journal.mark(1, NOW)
            await asyncio.sleep(0.2)
            await proxy.heal()
            await until_up(journal)
        assert [line for line in lines if line["log_level"] == "error"] == []
        assert await journal.take([incoming(1)]) == [Standing.HANDLED]
