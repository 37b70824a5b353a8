"""How far an examination is, and its turn: one at a time, and one that waits can be stopped, too."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.settings.tasks import start_task


class ExaminationCancelledError(Exception):
    """The editor does not want to wait for the gate."""


@dataclass(slots=True)
class ExamineProgress:
    """The worker thread writes it, the screen reads it and may stop it."""

    done: int = 0
    total: int = 0
    cancelled: bool = False
    stopped: asyncio.Event = field(default_factory=asyncio.Event)

    def stop(self) -> None:
        """In the thread of the event loop."""
        self.cancelled = True
        self.stopped.set()


@asynccontextmanager
async def turn(lock: asyncio.Lock, progress: ExamineProgress) -> AsyncIterator[None]:
    """Hold the lock. Raises ExaminationCancelledError at once where it is stopped before its turn."""
    waits, stops = start_task(lock.acquire()), start_task(progress.stopped.wait())
    try:
        await asyncio.wait([waits, stops], return_when=asyncio.FIRST_COMPLETED)
        if progress.cancelled:
            raise ExaminationCancelledError
        yield
    finally:
        stops.cancel()
        waits.cancel()
        await asyncio.wait([waits, stops])
        if not waits.cancelled():
            lock.release()
