"""`spravka demo`: starts the local Bot API, the bot and the page; ends all of them at Ctrl-C."""

from __future__ import annotations

import asyncio
import signal
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import typer
from aiohttp import web

from bot.demo import page_server, people
from bot.demo.actions import Actions
from bot.demo.botapi.running import running
from bot.demo.botapi.state import ServerState
from bot.demo.clock import SharedClock
from bot.demo.next_reminder import find_next_reminder
from bot.demo.page_calls import Demo
from bot.demo.supervisor import Supervisor
from bot.demo.time_steps import MORNING, Steps
from bot.demo.views import Views
from bot.errors import ExitCode, PortTakenError
from bot.replies import demo as texts
from bot.settings.options import Settings
from bot.wiring.pack import open_pack
from knowledge.facts.model import FactBase

PORT = 8090
TOKEN = "42:DEMO"


def run(settings: Settings, port: int | None) -> int:
    """Serve until Ctrl-C. Raises SpravkaError."""
    return asyncio.run(_serve(settings, port))


async def _serve(settings: Settings, port: int | None) -> int:
    ended = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows has no such handlers; there Ctrl-C works by itself
            asyncio.get_running_loop().add_signal_handler(number, ended.set)
    async with started(settings, port) as address:
        typer.echo(texts.started(address))
        await ended.wait()
        typer.echo(texts.ENDING)
    typer.echo(texts.ENDED)
    return ExitCode.OK


@asynccontextmanager
async def started(settings: Settings, port: int | None) -> AsyncIterator[str]:
    """The demo during the block; gives the page's address. What it wrote is removed afterwards."""
    base = open_pack(settings)
    zone = ZoneInfo(settings.followups.zone)
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="spravka-demo-")))
        clock = SharedClock.create(folder / "clock", settings.now or _first_morning(base, zone))
        state = ServerState(token=TOKEN, username="spravka_demo_bot", now=lambda: clock().timestamp())
        people.settle(state)
        server = await stack.enter_async_context(running(state))
        database = f"sqlite+aiosqlite:///{folder}/bot.db"
        bot = Supervisor(state, folder, _environment(settings, server.url, database))
        actions = Actions(state)
        demo = Demo(
            state=state,
            actions=actions,
            views=Views(state, actions),
            clock=clock,
            steps=Steps(clock, zone, partial(find_next_reminder, database)),
            bot=bot,
            title=base.source.title,
            zone=settings.followups.zone,
        )
        address = await stack.enter_async_context(_serving(page_server.build(demo), port))
        await stack.enter_async_context(bot.running())
        yield address


def _first_morning(base: FactBase, zone: ZoneInfo) -> datetime:
    """The morning after the main source appeared: what it announces is still to come."""
    day = base.source.published.last_day + timedelta(days=1)
    return datetime.combine(day, MORNING, zone)


def _environment(settings: Settings, api: str, database: str) -> dict[str, str]:
    return {
        "BOT_TOKEN": TOKEN,
        "BOT_API_URL": api,
        "DATABASE_URL": database,
        "ADMIN_IDS": str(people.EDITOR.id),
        "PACK_DIR": str(settings.pack_dir.resolve()),
        "PORT": "0",
        "READER": "on" if settings.reader else "off",
        "READER_DIR": str(settings.reader_dir.resolve()) if settings.reader_dir else "",
    }


@asynccontextmanager
async def _serving(app: web.Application, port: int | None) -> AsyncIterator[str]:
    """Serve on 127.0.0.1. A port that is taken is an error only if it was asked for."""
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await _listen(runner, port)
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


async def _listen(runner: web.AppRunner, port: int | None) -> None:
    try:
        await web.TCPSite(runner, "127.0.0.1", PORT if port is None else port).start()
    except OSError as error:
        if port is not None:
            raise PortTakenError(port, "--port") from error
        await web.TCPSite(runner, "127.0.0.1", 0).start()
