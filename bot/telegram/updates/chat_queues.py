"""A queue for each chat: updates of one chat are handled in order, chats in parallel."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from itertools import islice
from typing import Any, Generic, TypeVar

from bot.settings import tasks
from bot.telegram.updates.worker_slots import WorkerSlot, holding

Item = TypeVar("Item")
MAX_CONCURRENT = 64
"""Updates handled at the same time; one that waits out a 429 does not count."""
MAX_PENDING = 1000
"""Unhandled updates beyond which no more are fetched from Telegram."""
CANCEL_GRACE = 0.2
"""Seconds that cancelled handlers get to release what they hold."""


class ChatQueues(Generic[Item]):
    """Calls `handle`, which must not raise, for every item; `leave` for what is not handled at the end."""

    def __init__(
        self,
        handle: Callable[[Item], Awaitable[Any]],
        max_concurrent: int = MAX_CONCURRENT,
        leave: Callable[[Item], None] = lambda _item: None,
    ) -> None:
        self._handle = handle
        self._leave = leave
        self._places = asyncio.Semaphore(max_concurrent)
        self._queues: dict[int, deque[tuple[Item, asyncio.Future[Any]]]] = {}
        self._workers: dict[int, asyncio.Task[None]] = {}
        self._pending = 0
        self._last_at = float("-inf")
        self._item_done = asyncio.Event()
        self._stopping = False

    def is_idle(self, key: int) -> bool:
        """Whether the next item of `key` would be handled at once."""
        return key not in self._queues and not self._places.locked()

    def waiting(self, key: int) -> Sequence[Item]:
        """The items of `key` after the one being handled."""
        queue = self._queues.get(key)
        return () if queue is None else [item for item, _ in islice(queue, 1, None)]

    def enqueue(self, key: int, item: Item) -> asyncio.Future[Any]:
        """Append `item` to the queue of `key`; the future has what `handle` returns for it."""
        done: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._pending += 1
        self._last_at = time.monotonic()
        if key in self._queues:
            self._queues[key].append((item, done))
        else:
            self._queues[key] = deque([(item, done)])
            self._workers[key] = tasks.start_task(self._work(key))
        return done

    @property
    def pending(self) -> int:
        """Items not handled yet."""
        return self._pending

    @property
    def idle_seconds(self) -> float:
        """How long ago the last item came; 0 while one is not handled yet."""
        return 0.0 if self._pending else time.monotonic() - self._last_at

    @property
    def is_full(self) -> bool:
        """Whether MAX_PENDING items are unhandled."""
        return self._pending >= MAX_PENDING

    async def wait_for_space(self) -> None:
        """Wait until fewer than MAX_PENDING items are unhandled."""
        while self.is_full:
            self._item_done.clear()
            await self._item_done.wait()

    async def stop(self, within: float) -> int:
        """Start no item any more, give running ones `within` seconds; returns how many stay unhandled."""
        self._stopping = True
        if running := tuple(self._workers.values()):
            _, late = await asyncio.wait(running, timeout=within)
            for task in late:
                task.cancel()
            if late:
                await asyncio.wait(late, timeout=CANCEL_GRACE)
        return self._pending

    async def _work(self, key: int) -> None:
        """Handle the queue of `key` until it is empty."""
        queue, place = self._queues[key], WorkerSlot(self._places)
        try:
            while queue:
                async with holding(place):
                    if self._stopping:
                        break
                    result = await self._handle(queue[0][0])
                _, done = queue.popleft()
                self._pending -= 1
                self._item_done.set()
                if not done.done():
                    done.set_result(result)
        finally:
            for item, done in queue:
                done.cancel()
                self._leave(item)
            del self._queues[key], self._workers[key]
