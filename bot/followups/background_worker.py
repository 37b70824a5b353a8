"""Follow-ups at work: a planner and a courier beside the rest of the bot, stopped without loss."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Protocol

import structlog

from bot.followups.outbox_sender import OutboxSender
from bot.settings.tasks import start

log = structlog.get_logger()
PLAN_EVERY = 5.0
"""Seconds between looks for changes; a step with nothing new costs a few queries."""
IDLE = 0.5
"""Seconds between looks into an outbox with nothing due."""
_AFTER_FAILURE = 3.0


class Planner(Protocol):
    """Finds what is to be sent."""

    async def step(self, now: datetime) -> int: ...


@asynccontextmanager
async def run_worker(
    planner: Planner, outbox_sender: OutboxSender, now: Callable[[], datetime], *, stop_within: float
) -> AsyncIterator[None]:
    """Plan and deliver while the block runs. At its end messages on their way get `stop_within` seconds."""
    stopping = asyncio.Event()
    # No TaskGroup around the block: it would wrap what the block raises, a wrong token say, into a group.
    tasks = [start(_repeat(lambda: _plan(planner, now), stopping)), start(_deliver(outbox_sender, stopping))]
    try:
        yield
    finally:
        stopping.set()
        _, late = await asyncio.wait(tasks, timeout=stop_within)
        for task in late:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _plan(planner: Planner, now: Callable[[], datetime]) -> float:
    await planner.step(now())
    return PLAN_EVERY


async def _deliver(outbox_sender: OutboxSender, stopping: asyncio.Event) -> None:
    async with asyncio.TaskGroup() as group:

        async def look() -> float:
            return 0.0 if await outbox_sender.round(group, stopping) else IDLE

        await _repeat(look, stopping)


async def _repeat(step: Callable[[], Awaitable[float]], stopping: asyncio.Event) -> None:
    """Call `step` until told to stop; it returns the seconds to wait. A failure is logged and outlived."""
    while not stopping.is_set():
        try:
            pause = await step()
        except Exception as error:  # noqa: BLE001 - an outage of the database ends, and we go on
            log.warning("follow-ups wait", reason=type(error).__name__)
            pause = _AFTER_FAILURE
        if pause == 0:
            # Claims alone must not starve the rest of the bot.
            await asyncio.sleep(0)
            continue
        try:
            await asyncio.wait_for(stopping.wait(), pause)
        except TimeoutError:
            continue
