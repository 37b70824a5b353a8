"""The background worker: fills an outbox and sends what is due beside the bot; stops without losing rows."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Protocol

import structlog

from bot.followups.outbox_sender import OutboxSender
from bot.settings.tasks import start_task

log = structlog.get_logger()
_POLL_INTERVAL = 0.5
"""Seconds between polls of an outbox with nothing due."""
_FAILURE_DELAY = 3.0
"""Seconds to wait after a failed step."""


class OutboxProducer(Protocol):
    """Adds rows to an outbox: the planner of reminders or the checker of answer alerts."""

    async def step(self, now: datetime) -> int: ...


class Planners:
    """Several that fill one outbox."""

    def __init__(self, *planners: OutboxProducer) -> None:
        self._planners = planners

    async def step(self, now: datetime) -> int:
        return sum([await one.step(now) for one in self._planners])


@asynccontextmanager
async def run_worker(
    producer: OutboxProducer,
    outbox_sender: OutboxSender,
    now: Callable[[], datetime],
    *,
    plan_every: float = 5.0,
    stop_within: float,
) -> AsyncIterator[None]:
    """Plan every `plan_every` seconds and send while the block runs.

    On exit messages in flight get `stop_within` seconds to finish.
    """
    stopping = asyncio.Event()

    async def plan() -> float:
        await producer.step(now())
        return plan_every

    # No TaskGroup around the block: it would wrap the block's own errors (a wrong token) in a group.
    tasks = [
        start_task(_repeat(plan, stopping)),
        start_task(_send(outbox_sender, stopping)),
    ]
    try:
        yield
    finally:
        stopping.set()
        _, late = await asyncio.wait(tasks, timeout=stop_within)
        for task in late:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _send(outbox_sender: OutboxSender, stopping: asyncio.Event) -> None:
    async with asyncio.TaskGroup() as group:

        async def send_batch() -> float:
            return 0.0 if await outbox_sender.send_batch(group, stopping) else _POLL_INTERVAL

        await _repeat(send_batch, stopping)


async def _repeat(step: Callable[[], Awaitable[float]], stopping: asyncio.Event) -> None:
    """Call `step` until `stopping` is set; it returns the seconds to wait. A failure is logged."""
    while not stopping.is_set():
        try:
            pause = await step()
        except Exception as error:  # noqa: BLE001 - an outage of the database ends, and the loop goes on
            log.warning("follow-ups wait", reason=type(error).__name__)
            pause = _FAILURE_DELAY
        if pause == 0:
            # Yield to the event loop: claims alone must not starve the rest of the bot.
            await asyncio.sleep(0)
            continue
        try:
            async with asyncio.timeout(pause):
                await stopping.wait()
        except TimeoutError:
            continue
