"""Posts made updates to the webhook of a running bot, and counts what it answers."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import aiohttp

from bot.web.webhook import SECRET
from tests.fuzz.updates import UpdateMaker

_AT_ONCE = 20
_PATIENCE = 60.0
ALLOWED = frozenset((200, 400))
"""503 asks for the update again, which is what happens; anything else fails."""


@dataclass(slots=True)
class Tally:
    """`statuses`: how often each came; `bad`: the first bodies with a status that must not come."""

    statuses: Counter[int] = field(default_factory=Counter)
    bad: list[tuple[int, bytes]] = field(default_factory=list)


async def post_many(hook: str, secret: str, maker: UpdateMaker, number: int) -> Tally:
    """Post `number` bodies, some at once."""
    tally, bodies = Tally(), (maker.make() for _ in range(number))
    headers = {SECRET: secret, "Content-Type": "application/json"}
    timeout = aiohttp.ClientTimeout(total=_PATIENCE)
    async with aiohttp.ClientSession(timeout=timeout) as client, asyncio.TaskGroup() as group:
        for _ in range(_AT_ONCE):
            group.create_task(_post(client, hook, headers, bodies, tally))
    return tally


async def _post(
    client: aiohttp.ClientSession,
    hook: str,
    headers: Mapping[str, str],
    bodies: Iterator[bytes],
    tally: Tally,
) -> None:
    for body in bodies:
        status = await _until_accepted(client, hook, headers, body)
        tally.statuses[status] += 1
        if status not in ALLOWED and len(tally.bad) < 20:
            tally.bad.append((status, body))


async def _until_accepted(
    client: aiohttp.ClientSession, hook: str, headers: Mapping[str, str], body: bytes
) -> int:
    while True:
        async with client.post(hook, data=body, headers=headers) as response:
            if response.status != 503:
                return response.status
        await asyncio.sleep(0.1)
