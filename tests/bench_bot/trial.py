"""One contender measured: its start, by polling and by webhook, at full load and at half of it."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.demo.botapi.running import running
from tests.bench_bot.contenders import Contender
from tests.bench_bot.load import BenchServer, Load, Readers
from tests.bench_bot.processes import Measured, started

WARM_UP = 3.0
_START = 60.0
_SETTLED = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """`processor` seconds until the first poll; `memory` in megabytes a second later."""

    processor: float
    seconds: float
    memory: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    name: str
    start: Start | None
    polling: Load | None
    webhook: Load
    half: Load
    memory: float
    """Megabytes of one process after the load by webhook."""


async def measure(contender: Contender, folder: Path, seconds: float) -> Trial:
    start, polling = await _by_polling(contender, folder, seconds) if contender.polls else (None, None)
    async with webhooks(contender, folder) as (readers, bots):
        await readers.closed_loop(bots, WARM_UP)
        webhook = await readers.closed_loop(bots, seconds)
        half = await readers.steady(bots, seconds, webhook.per_second / 2)
        memory = max(bot.memory() for bot in bots)
    return Trial(name=contender.name, start=start, polling=polling, webhook=webhook, half=half, memory=memory)


async def _by_polling(contender: Contender, folder: Path, seconds: float) -> tuple[Start, Load]:
    server = BenchServer()
    async with running(server) as served:
        environment = {**contender.environment, "BOT_API_URL": served.url, "PORT": str(_free_port())}
        began, log = time.perf_counter(), folder / "polling.log"
        async with started(contender.module, *contender.arguments, log=log, **environment) as bot:
            async with asyncio.timeout(_START):
                await server.polled.wait()
            processor, wall = bot.processor(), time.perf_counter() - began
            await asyncio.sleep(_SETTLED)
            start = Start(processor=processor, seconds=wall, memory=bot.memory())
            readers = Readers(server, ())
            await readers.closed_loop((bot,), WARM_UP)
            return start, await readers.closed_loop((bot,), seconds)


@asynccontextmanager
async def webhooks(contender: Contender, folder: Path) -> AsyncIterator[tuple[Readers, tuple[Measured, ...]]]:
    server = BenchServer()
    async with running(server) as served, AsyncExitStack() as stack:
        bots, hooks = [], []
        for number in range(contender.web):
            port = _free_port()
            hooks.append(f"http://127.0.0.1:{port}/hook")
            environment = {
                **contender.environment,
                "BOT_API_URL": served.url,
                "WEBHOOK_URL": hooks[-1],
                "PORT": str(port),
            }
            log = folder / f"web-{number}.log"
            server.hooked.clear()
            process = started(contender.module, *contender.web_arguments(), log=log, **environment)
            bots.append(await stack.enter_async_context(process))
            async with asyncio.timeout(_START):
                await server.hooked.wait()
            server.webhook = {"url": ""}
        yield Readers(server, tuple(hooks)), tuple(bots)


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
