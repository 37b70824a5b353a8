"""Two web processes get the questions of one reader in turn, as fast as they can be typed and faster."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from bot.demo.botapi import updates
from bot.demo.botapi.running import RunningServer, running
from bot.demo.botapi.state import Options, ServerState
from bot.storage.connection.database import Database
from bot.web.webhook import SECRET
from tests.chaos.trial import free_port
from tests.e2e.program import running_program
from tests.storage.databases import DatabaseFactory

pytestmark = pytest.mark.postgres
START, WAIT = 90, 40
READERS = range(100, 110)
TALK = (("Когда состоится второй диалог?", "2016"), ("А где?", "Пекин"), ("А когда?", "2016"))


@asynccontextmanager
async def two_web_processes(
    folder: Path, database: Database
) -> AsyncIterator[tuple[RunningServer, list[str]]]:
    state = ServerState(options=Options(any_chat=True))
    async with running(state) as api, AsyncExitStack() as stack:
        hooks = []
        for _ in range(2):
            port = free_port()
            hooks.append(f"http://127.0.0.1:{port}/hook")
            environment = {
                "DATABASE_URL": database.url.render_as_string(hide_password=False),
                "WEBHOOK_URL": hooks[-1],
                "WEBHOOK_SECRET": "two",
                "PORT": str(port),
                "MONITORING_PORT": "0",
            }
            program = running_program(api.url, folder, "--webhook", "--role", "web", **environment)
            await stack.enter_async_context(program)
            await api.until(lambda: api.state.webhook["url"] == hooks[-1], START)
        yield api, hooks


async def test_replies_keep_the_order_and_the_conversation(
    tmp_path: Path, database_factory: DatabaseFactory
) -> None:
    async with (
        database_factory.migrated("postgres") as database,
        two_web_processes(tmp_path, database) as (api, hooks),
        aiohttp.ClientSession(headers={SECRET: "two"}) as client,
    ):
        await asyncio.gather(*(_talk(client, hooks, reader) for reader in READERS))
        for reader in READERS:
            replies = [one["text"] for one in await api.replies(reader, len(TALK), WAIT)]
            told = [part in reply for (_, part), reply in zip(TALK, replies, strict=True)]
            assert all(told), (reader, replies)


async def _talk(client: aiohttp.ClientSession, hooks: list[str], reader: int) -> None:
    """Each question goes to the next process as soon as the one before has said that it is taken."""
    for number, (question, _) in enumerate(TALK):
        update: Mapping[str, object] = {
            "update_id": reader * 10 + number,
            **updates.text(updates.private(reader), question),
        }
        hook = hooks[(reader + number) % len(hooks)]
        async with client.post(hook, json=update) as response:
            assert response.status == 200
