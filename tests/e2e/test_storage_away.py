"""The real program while PostgreSQL and Redis are frozen or stopped: readers get answers, nothing is lost."""

from __future__ import annotations

import asyncio
import os
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from bot.demo.botapi.running import RunningServer, running
from bot.replies.answers.notices import NOT_SAVED
from bot.storage.connection.database import Database
from bot.storage.readers.question_log import StoredQuestions
from tests.chaos.proxy import Proxy, proxied
from tests.e2e.program import running_program
from tests.storage.databases import DatabaseFactory

pytestmark = [pytest.mark.postgres, pytest.mark.redis]
START, WAIT = 90, 40
QUESTION = "Когда состоится второй диалог?"
READERS = range(100, 110)


@asynccontextmanager
async def bot_behind_proxies(
    folder: Path, database: Database
) -> AsyncIterator[tuple[RunningServer, Proxy, Proxy]]:
    url, redis = database.url, urlsplit(os.environ["TEST_REDIS_URL"])
    async with (
        proxied(random.Random(1), (url.host or "", url.port or 5432)) as postgres,
        proxied(random.Random(1), (redis.hostname or "", redis.port or 6379)) as cache,
        running() as api,
    ):
        behind = url.set(host="127.0.0.1", port=postgres.port)
        environment = {
            "DATABASE_URL": behind.render_as_string(hide_password=False),
            "REDIS_URL": f"redis://127.0.0.1:{cache.port}/7",
        }
        async with running_program(api.url, folder, **environment):
            await api.until(lambda: api.state.poller > 0, START)
            yield api, postgres, cache


@pytest.mark.parametrize("frozen", [True, False])
async def test_readers_are_answered_and_writes_are_declined(
    tmp_path: Path, database_factory: DatabaseFactory, frozen: bool
) -> None:
    async with (
        database_factory.migrated("postgres") as database,
        bot_behind_proxies(tmp_path, database) as (api, postgres, cache),
    ):
        await api.say(1, QUESTION)
        await api.replies(1, 1, WAIT)
        for proxy in (postgres, cache):
            if frozen:
                proxy.freeze()
            else:
                await proxy.refuse()
        for reader in READERS:
            await api.say(reader, QUESTION)
        await api.say(1, "А где?")
        await api.say(2, "/start")
        await api.say(3, "/subscriptions")
        for reader in READERS:
            (reply,) = await api.replies(reader, 1, WAIT)
            assert "2016" in reply["text"]
        assert "Пекин" in (await api.replies(1, 2, WAIT))[1]["text"], "the conversation is in memory"
        assert NOT_SAVED not in (await api.replies(2, 1, WAIT))[0]["text"]
        assert (await api.replies(3, 1, WAIT))[0]["text"] == NOT_SAVED
        await postgres.heal()
        await cache.heal()
        await api.confirmed(WAIT)
        await _stored(database)
        await api.say(1, "/why")
        assert NOT_SAVED not in (await api.replies(1, 3, WAIT))[2]["text"]
        assert {api.state.sent[reader] for reader in READERS} == {1}


async def _stored(database: Database) -> None:
    """Wait until every reader's question is in the question log."""
    for _ in range(WAIT * 10):
        found = [await StoredQuestions(database).last(reader, reader) for reader in READERS]
        if None not in found:
            return
        await asyncio.sleep(0.1)
    raise TimeoutError
