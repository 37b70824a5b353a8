"""The updates that this process has, or had lately: the inbox cannot tell of them while it is away."""

from __future__ import annotations

import asyncio
from functools import partial

MOST_HANDLED = 20_000
"""Numbers of handled updates that are remembered."""


class KnownUpdates:
    def __init__(self, most: int = MOST_HANDLED) -> None:
        self._waiting: dict[int, asyncio.Future[bool]] = {}
        self._unstored: set[int] = set()
        self._handled: dict[int, None] = {}
        self._most = most

    def __contains__(self, number: int) -> bool:
        return number in self._waiting or number in self._handled

    def add(self, number: int, done: asyncio.Future[bool], *, stored: bool) -> None:
        """Known from now on; `done` says whether it is handled, or left to another process."""
        self._waiting[number] = done
        if not stored:
            self._unstored.add(number)
        done.add_done_callback(partial(self._over, number))

    def unstored(self, number: int) -> asyncio.Future[bool] | None:
        """Of an update that is not handled yet and that the inbox may not have: when it is."""
        return self._waiting.get(number) if number in self._unstored else None

    def _over(self, number: int, done: asyncio.Future[bool]) -> None:
        del self._waiting[number]
        self._unstored.discard(number)
        if done.cancelled() or not done.result():
            return
        self._handled[number] = None
        if len(self._handled) > self._most:
            del self._handled[next(iter(self._handled))]
