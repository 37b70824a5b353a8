"""Delivers updates to the webhook of a bot, again and again until it answers 2xx."""

from __future__ import annotations

import asyncio
import contextlib
from typing import Any

import aiohttp

from tests.botapi.refusal import ApiError
from tests.botapi.server import call
from tests.botapi.world import Json, World

AGAIN = 0.2
"""Seconds before an update that was not taken is tried again."""
AT_ONCE = 40


async def deliver(world: World) -> None:
    """Runs until cancelled."""
    busy: set[int] = set()
    async with (
        aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as client,
        asyncio.TaskGroup() as group,
    ):
        while True:
            for update in _waiting(world, busy):
                busy.add(update["update_id"])
                group.create_task(_post(world, client, update, busy))
            async with world.changed:
                await world.changed.wait_for(lambda: bool(_waiting(world, busy)))


def _waiting(world: World, busy: set[int]) -> list[Json]:
    if not world.webhook["url"]:
        return []
    free = [update for number, update in world.updates.items() if number not in busy]
    return free[: AT_ONCE - len(busy)]


async def _post(world: World, client: aiohttp.ClientSession, update: Json, busy: set[int]) -> None:
    secret = world.webhook.get("secret_token")
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
    taken = False
    with contextlib.suppress(aiohttp.ClientError, TimeoutError):
        async with client.post(world.webhook["url"], json=update, headers=headers) as response:
            taken = response.status // 100 == 2
            answer: Any = (
                await response.json() if taken and response.content_type == "application/json" else None
            )
    if taken:
        world.updates.pop(update["update_id"], None)
        if isinstance(answer, dict) and "method" in answer:
            with contextlib.suppress(ApiError):
                await call(world, str(answer.pop("method")), answer)
    else:
        await asyncio.sleep(AGAIN)
    busy.discard(update["update_id"])
    await world.notify()
