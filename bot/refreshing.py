"""Keeps a process on the newest base: another process, or a command, may have published one."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from bot.telegram.engine import Edition, Engine

log = structlog.get_logger()
EVERY = 2.0
"""Seconds between looks; a publication must be everywhere within five."""


async def refresh(
    engine: Engine,
    revision: Callable[[], Awaitable[int]],
    load: Callable[[], Awaitable[tuple[int, Edition]]],
    at_start: int,
    every: float = EVERY,
) -> None:
    """Exchange the engine's edition whenever `revision()` differs from the one in use; until cancelled.

    `load` gives the newest edition with its revision, built off the event loop.
    """
    used = at_start
    while True:
        await asyncio.sleep(every)
        try:
            if await revision() == used:
                continue
            used, edition = await load()
        except Exception as error:  # noqa: BLE001 - whatever the store raises, the edition in use stays
            log.warning("base not refreshed", reason=type(error).__name__)
            continue
        engine.exchange(edition)
        log.info("base exchanged", revision=used)
