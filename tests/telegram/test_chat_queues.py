"""Per-chat queues: order within a chat, chats in parallel, limits, and a stop in time."""

from __future__ import annotations

import asyncio
import time

import pytest

from bot.telegram.updates import chat_queues as module
from bot.telegram.updates.chat_queues import ChatQueues


async def test_updates_of_one_chat_are_in_order_and_chats_in_parallel() -> None:
    started: list[tuple[int, int]] = []
    gate = asyncio.Event()

    async def handle(item: tuple[int, int]) -> None:
        started.append(item)
        if item == (1, 0):
            await gate.wait()

    queues = ChatQueues(handle)
    slow = [queues.enqueue(1, (1, number)) for number in range(3)]
    quick = [queues.enqueue(2, (2, number)) for number in range(3)]
    async with asyncio.timeout(1):
        await asyncio.gather(*quick)
    assert started == [(1, 0), (2, 0), (2, 1), (2, 2)]
    assert not any(done.done() for done in slow)
    gate.set()
    async with asyncio.timeout(1):
        await asyncio.gather(*slow)
    assert started[4:] == [(1, 1), (1, 2)]


async def test_concurrency_is_limited() -> None:
    running, most = 0, 0

    async def handle(_item: int) -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.001)
        running -= 1

    queues = ChatQueues(handle, max_concurrent=3)
    await asyncio.gather(*(queues.enqueue(number, number) for number in range(20)))
    assert most == 3


async def test_stop_finishes_the_running_item_and_starts_no_other() -> None:
    handled: list[int] = []

    async def handle(item: int) -> None:
        await asyncio.sleep(0.05)
        handled.append(item)

    queues = ChatQueues(handle)
    first, second = queues.enqueue(1, 1), queues.enqueue(1, 2)
    await asyncio.sleep(0)
    assert await queues.stop(1) == 1
    assert handled == [1]
    assert first.done()
    assert second.cancelled()


async def test_stop_cancels_an_item_that_takes_too_long() -> None:
    async def handle(_item: int) -> None:
        await asyncio.sleep(60)

    queues = ChatQueues(handle)
    done = queues.enqueue(1, 1)
    await asyncio.sleep(0)
    started = time.monotonic()
    assert await queues.stop(0.05) == 1
    assert time.monotonic() - started < 1
    assert done.cancelled()


async def test_wait_for_space_blocks_while_too_much_is_pending(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_PENDING", 2)
    gate = asyncio.Event()

    async def handle(_item: int) -> None:
        await gate.wait()

    queues = ChatQueues(handle)
    async with asyncio.timeout(1):
        await queues.wait_for_space()
    queues.enqueue(1, 1)
    queues.enqueue(2, 2)
    waiting = asyncio.gather(queues.wait_for_space())
    await asyncio.sleep(0.01)
    assert not waiting.done()
    gate.set()
    async with asyncio.timeout(1):
        await waiting


async def test_it_tells_how_long_no_item_came() -> None:
    gate = asyncio.Event()
    queues: ChatQueues[int] = ChatQueues(lambda _item: gate.wait())
    assert queues.idle_seconds > 1_000_000
    done = queues.enqueue(1, 1)
    await asyncio.sleep(0.02)
    assert queues.idle_seconds == 0.0
    gate.set()
    await done
    assert 0.02 <= queues.idle_seconds < 5
