"""The server running inside a test, and what a test does with it: speak, press, wait."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from aiohttp import web

from tests.botapi import control, server, updates, webhook
from tests.botapi.world import Json, World

PATIENCE = 20.0
"""Seconds that a test waits for something before it fails."""


@dataclass(frozen=True, slots=True)
class Running:
    """A served world. Messages are the bot's, oldest first."""

    world: World
    url: str

    async def say(self, chat_id: int, words: str) -> int:
        """A private text; returns the id of the update."""
        return await self.world.push(updates.text(updates.private(chat_id), words))

    async def callback(self, shown: Json, data: str) -> str:
        """A press under `shown`; returns the id of the callback query."""
        update = updates.callback(shown, data)
        await self.world.push(update)
        return str(update["callback_query"]["id"])

    def messages(self, chat_id: int) -> list[Json]:
        me = self.world.me["id"]
        mine = ((where, one) for (where, _), one in self.world.messages.items() if where == chat_id)
        return [one for _, one in mine if one.get("from", {}).get("id") == me]

    async def until(self, holds: Callable[[], bool], seconds: float = PATIENCE) -> None:
        """Wait until `holds` is true; TimeoutError after `seconds`."""
        async with self.world.changed:
            await asyncio.wait_for(self.world.changed.wait_for(holds), seconds)

    async def replies(self, chat_id: int, count: int = 1, seconds: float = PATIENCE) -> list[Json]:
        """The bot's messages in a chat once there are `count` of them."""
        await self.until(lambda: len(self.messages(chat_id)) >= count, seconds)
        return self.messages(chat_id)

    async def confirmed(self, seconds: float = PATIENCE) -> None:
        """Wait until every update is confirmed by the bot."""
        await self.until(lambda: not self.world.updates, seconds)


@asynccontextmanager
async def running(world: World | None = None, port: int = 0) -> AsyncIterator[Running]:
    """Serve `world` on 127.0.0.1 for the length of a block."""
    world = world or World()
    app = server.build(world)
    control.add(app, world)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    await site.start()
    deliverer = asyncio.get_running_loop().create_task(webhook.deliver(world))
    try:
        yield Running(world, f"http://127.0.0.1:{runner.addresses[0][1]}")
    finally:
        deliverer.cancel()
        with suppress(asyncio.CancelledError):
            await deliverer
        await runner.cleanup()
