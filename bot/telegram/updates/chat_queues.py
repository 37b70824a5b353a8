"""One lane a chat: its updates in order, one at a time; lanes side by side, so many at once."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

from bot.settings import tasks

Item = TypeVar("Item")
AT_ONCE = 64
"""Updates handled at the same time; a lane that waits out a 429 holds one of them."""
ROOM = 1000
"""Updates in hand beyond which no more are taken from Telegram."""
CANCELLING = 0.2
"""Seconds that cancelled updates get to let go of what they hold."""


class ChatQueues(Generic[Item]):
    """Runs `handle`, which must not raise, for every item."""

    def __init__(self, handle: Callable[[Item], Awaitable[None]], at_once: int = AT_ONCE) -> None:
        self._handle = handle
        self._slots = asyncio.Semaphore(at_once)
        self._waiting: dict[int, deque[tuple[Item, asyncio.Future[None]]]] = {}
        self._running: dict[int, asyncio.Task[None]] = {}
        self._in_hand = 0
        self._eased = asyncio.Event()
        self._stopping = False

    def put(self, lane: int, item: Item) -> asyncio.Future[None]:
        """Queue `item` behind what its lane already has; the future is done when it is handled."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._in_hand += 1
        if lane in self._waiting:
            self._waiting[lane].append((item, done))
        else:
            self._waiting[lane] = deque([(item, done)])
            self._running[lane] = tasks.start(self._run(lane))
        return done

    async def room(self) -> None:
        """Wait until there is room for another batch."""
        while self._in_hand >= ROOM:
            self._eased.clear()
            await self._eased.wait()

    async def stop(self, within: float) -> int:
        """Begin nothing new, give what is in hand `within` seconds; returns how many stay undone."""
        self._stopping = True
        if running := tuple(self._running.values()):
            _, late = await asyncio.wait(running, timeout=within)
            for task in late:
                task.cancel()
            if late:
                await asyncio.wait(late, timeout=CANCELLING)
        return self._in_hand

    async def _run(self, lane: int) -> None:
        items = self._waiting[lane]
        try:
            while items:
                async with self._slots:
                    if self._stopping:
                        break
                    await self._handle(items[0][0])
                _, done = items.popleft()
                self._in_hand -= 1
                self._eased.set()
                if not done.done():
                    done.set_result(None)
        finally:
            for _, done in items:
                done.cancel()
            del self._waiting[lane], self._running[lane]
