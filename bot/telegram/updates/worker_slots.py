"""The places for updates that are handled at the same time; one that only waits holds none."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from contextvars import ContextVar


class WorkerSlot:
    """The place of one worker, taken and given back as often as it needs it."""

    def __init__(self, places: asyncio.Semaphore) -> None:
        self._places = places
        self._held = False

    async def take(self) -> None:
        await self._places.acquire()
        self._held = True

    def give_back(self) -> None:
        if self._held:
            self._held = False
            self._places.release()


_MINE: ContextVar[WorkerSlot | None] = ContextVar("place", default=None)


@asynccontextmanager
async def holding(place: WorkerSlot) -> AsyncIterator[None]:
    """Hold the place during the block; what is called there may give it up while it waits."""
    await place.take()
    token = _MINE.set(place)
    try:
        yield
    finally:
        _MINE.reset(token)
        place.give_back()


@asynccontextmanager
async def place_given_up() -> AsyncIterator[None]:
    """Others may use the place during the block. Without a place the block simply runs."""
    place = _MINE.get()
    if place is None:
        yield
        return
    place.give_back()
    yield
    # Not when the block raises: it was cancelled then, and the worker ends.
    await place.take()
