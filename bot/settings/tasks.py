"""Starts asyncio tasks: the only module that does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import structlog

log = structlog.get_logger()
Result = TypeVar("Result")


def start_task(work: Coroutine[Any, Any, Result]) -> asyncio.Task[Result]:
    """Start a task. Hold it and await it: asyncio may drop a task that nothing refers to."""
    return asyncio.create_task(work)


def log_lost_errors() -> None:
    """Log the errors that nothing awaits: of a connection in one line, of the program with a traceback."""
    asyncio.get_running_loop().set_exception_handler(_log_lost)


def _log_lost(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    error = context.get("exception")
    if isinstance(error, OSError):  # drivers leave these behind when a server goes away
        log.info("connection lost", reason=type(error).__name__)
    else:
        log.error("error that nothing awaits", about=context["message"], exc_info=error)


_detached: set[asyncio.Task[None]] = set()


def detach(work: Coroutine[Any, Any, None]) -> None:
    """Start what nobody waits for, such as the closing of a connection that hangs. It must not raise."""
    task = start_task(work)
    _detached.add(task)
    task.add_done_callback(_detached.discard)


@asynccontextmanager
async def run_alongside(work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Run `work` while the block runs; it is cancelled and awaited when the block ends.

    An error of `work` is logged and does not reach the block.
    """
    task = start_task(work)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait([task])
        if not task.cancelled() and (error := task.exception()) is not None:
            log.warning("side task failed", error=type(error).__name__, reason=str(error))
