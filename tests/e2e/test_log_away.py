"""The log while PostgreSQL and Redis are away: fault paths log most, and none quotes a reader."""

from __future__ import annotations

import asyncio
import json
import os
import random
import signal
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from sqlalchemy import URL

from bot.demo.botapi import updates
from bot.demo.botapi.running import RunningServer, running
from bot.demo.botapi.state import TOKEN
from tests.chaos.proxy import Proxy, proxied
from tests.e2e.program import Program, running_program
from tests.e2e.test_log import NAME, SECRET, WORDS
from tests.storage.databases import DatabaseFactory

pytestmark = [pytest.mark.postgres, pytest.mark.redis]
START, WAIT = 90, 40
OWNER, READER = 1, 7
DATABASE_PASSWORD, REDIS_PASSWORD = "пароль-базы-1", "redis-password-1"
"""The servers of the tests ask for none: PostgreSQL ignores it, Redis refuses whoever names one."""


async def test_no_fault_of_storage_quotes_a_reader_or_a_secret(
    tmp_path: Path, database_factory: DatabaseFactory
) -> None:
    redis = urlsplit(os.environ["TEST_REDIS_URL"])
    async with database_factory.migrated("postgres") as database:
        url = database.url
        async with (
            proxied(random.Random(1), (url.host or "", url.port or 5432)) as postgres,
            proxied(random.Random(1), (redis.hostname or "", redis.port or 6379)) as cache,
            running() as api,
            running_program(api.url, tmp_path, **_environment(url, postgres, cache)) as program,
        ):
            await api.until(lambda: api.state.poller > 0, START)
            await _live_through(api, postgres, cache)
            log = await _ended(program)
    lines = [json.loads(line) for line in log.splitlines()]
    assert {line["event"] for line in lines} >= {"database down", "redis down", "not stored"}
    hidden = (*WORDS, SECRET, TOKEN.partition(":")[2], NAME, DATABASE_PASSWORD, REDIS_PASSWORD)
    assert [word for word in hidden if word in log] == []
    assert "Traceback" not in log


def _environment(url: URL, postgres: Proxy, cache: Proxy) -> dict[str, str]:
    behind = url.set(host="127.0.0.1", port=postgres.port, password=DATABASE_PASSWORD)
    return {
        "LOG_FORMAT": "json",
        "LOG_LEVEL": "debug",
        "ADMIN_IDS": str(OWNER),
        "DATABASE_URL": behind.render_as_string(hide_password=False),
        "REDIS_URL": f"redis://:{REDIS_PASSWORD}@127.0.0.1:{cache.port}/7",
        "WEBHOOK_SECRET": SECRET,
    }


async def _live_through(api: RunningServer, postgres: Proxy, cache: Proxy) -> None:
    """Each fault of each server, with questions, a form, a report and a subscription during it."""
    await _write(api)
    for proxy, other in ((cache, postgres), (postgres, cache)):
        await proxy.refuse()
        await _write(api)
        other.freeze()
        await _write(api)
        await proxy.heal()
        await other.heal()


async def _write(api: RunningServer) -> None:
    """What puts a text of a person into the database, a form or the log of questions."""
    chat = updates.private(READER)
    before = len(api.messages(READER))
    await api.say(READER, f"Где живёт {WORDS[0]}?")
    await api.say(READER, "/remind")
    await api.say(READER, f"напомни о диалоге, {WORDS[1]}")
    await api.say(OWNER, "/facts")
    await api.say(OWNER, f"{WORDS[2]} переехал в Пекин")
    await api.say(OWNER, f"/roles {WORDS[0]}")
    await api.state.push(updates.inline(f"Когда {WORDS[2]}", updates.user(READER)))
    await api.state.push(updates.document(updates.private(OWNER), "f", f"{WORDS[1]}.yaml", 10))
    await api.state.push({"edited_message": updates.message(chat, text=f"Где {WORDS[1]}?", edit_date=1)})
    await api.replies(READER, before + 2, WAIT)
    await asyncio.sleep(0.5)


async def _ended(program: Program) -> str:
    await program.stop(signal.SIGTERM)
    return program.log()
