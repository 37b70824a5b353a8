"""Delivers updates to the bot's webhook, with retries until it responds 2xx."""

from __future__ import annotations

import asyncio
import contextlib
from typing import Any

import aiohttp

from bot.demo.botapi.refusal import ApiError
from bot.demo.botapi.server import call
from bot.demo.botapi.state import Json, ServerState

RETRY_AFTER = 0.2
"""Seconds before an update is delivered again."""
MAX_CONNECTIONS = 40


async def deliver(state: ServerState) -> None:
    """Deliver until cancelled."""
    in_flight: set[int] = set()
    async with (
        aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as client,
        asyncio.TaskGroup() as group,
    ):
        while True:
            for update in _waiting(state, in_flight):
                in_flight.add(update["update_id"])
                group.create_task(_post(state, client, update, in_flight))
            async with state.changed:
                await state.changed.wait_for(lambda: bool(_waiting(state, in_flight)))


def _waiting(state: ServerState, in_flight: set[int]) -> list[Json]:
    if not state.webhook["url"]:
        return []
    free = [update for number, update in state.updates.items() if number not in in_flight]
    return free[: MAX_CONNECTIONS - len(in_flight)]


async def _post(state: ServerState, client: aiohttp.ClientSession, update: Json, in_flight: set[int]) -> None:
    secret = state.webhook.get("secret_token")
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
    delivered = False
    with contextlib.suppress(aiohttp.ClientError, TimeoutError):
        async with client.post(state.webhook["url"], json=update, headers=headers) as response:
            delivered = response.status // 100 == 2
            answer: Any = (
                await response.json() if delivered and response.content_type == "application/json" else None
            )
    if delivered:
        state.updates.pop(update["update_id"], None)
        if isinstance(answer, dict) and "method" in answer:
            with contextlib.suppress(ApiError):
                await call(state, str(answer.pop("method")), answer)
    else:
        await asyncio.sleep(RETRY_AFTER)
    in_flight.discard(update["update_id"])
    await state.notify()
