"""Runs the server inside a test, and the steps of a test: say, press, wait."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from aiohttp import web

from bot.demo.botapi import control, server, updates, webhook
from bot.demo.botapi.state import Json, ServerState

TIMEOUT = 20.0
"""Seconds for which a test waits before it fails."""


@dataclass(frozen=True, slots=True)
class RunningServer:
    """The running server. Messages are the bot's, oldest first."""

    state: ServerState
    url: str

    async def say(self, chat_id: int, words: str) -> int:
        """Send a text in a private chat; returns the id of the update."""
        return await self.state.push(updates.text(updates.private(chat_id), words))

    async def press(self, shown: Json, data: str) -> str:
        """Press a button under `shown`; returns the id of the callback query."""
        update = updates.callback(shown, data)
        await self.state.push(update)
        return str(update["callback_query"]["id"])

    def messages(self, chat_id: int) -> list[Json]:
        me = self.state.me["id"]
        mine = ((where, one) for (where, _), one in self.state.messages.items() if where == chat_id)
        return [one for _, one in mine if one.get("from", {}).get("id") == me]

    async def until(self, condition: Callable[[], bool], seconds: float = TIMEOUT) -> None:
        """Wait until `condition` is true. Raises TimeoutError."""
        async with asyncio.timeout(seconds), self.state.changed:
            await self.state.changed.wait_for(condition)

    async def replies(self, chat_id: int, count: int = 1, seconds: float = TIMEOUT) -> list[Json]:
        """Wait for `count` messages of the bot in a chat; returns all of them."""
        await self.until(lambda: len(self.messages(chat_id)) >= count, seconds)
        return self.messages(chat_id)

    async def confirmed(self, seconds: float = TIMEOUT) -> None:
        """Wait until the bot has confirmed every update."""
        await self.until(lambda: not self.state.updates, seconds)


@asynccontextmanager
async def running(state: ServerState | None = None, port: int = 0) -> AsyncIterator[RunningServer]:
    """Serve on 127.0.0.1 during the block."""
    state = state or ServerState()
    app = server.build(state)
    control.add(app, state)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    await site.start()
    deliverer = asyncio.get_running_loop().create_task(webhook.deliver(state))
    try:
        yield RunningServer(state, f"http://127.0.0.1:{runner.addresses[0][1]}")
    finally:
        deliverer.cancel()
        with suppress(asyncio.CancelledError):
            await deliverer
        await runner.cleanup()
