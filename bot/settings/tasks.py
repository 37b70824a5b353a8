"""Work that runs beside other work: the one place that starts a task."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import structlog

log = structlog.get_logger()
Result = TypeVar("Result")


def start(work: Coroutine[Any, Any, Result]) -> asyncio.Task[Result]:
    """The caller holds the task and waits for it: a task that nobody holds may vanish."""
    return asyncio.create_task(work)


@asynccontextmanager
async def beside(work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Run `work` while the block runs; it is cancelled and waited for when the block ends.

    What `work` raises is logged: it must not spoil the block.
    """
    task = start(work)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait([task])
        if not task.cancelled() and (error := task.exception()) is not None:
            log.warning("side task failed", error=type(error).__name__, reason=str(error))
