"""Order within a chat, chats side by side, an end in time."""

from __future__ import annotations

import asyncio
import time

import pytest

from bot.telegram.updates import chat_queues as module
from bot.telegram.updates.chat_queues import ChatQueues


async def test_one_chat_in_order_others_beside_it() -> None:
    began: list[tuple[int, int]] = []
    gate = asyncio.Event()

    async def handle(item: tuple[int, int]) -> None:
        began.append(item)
        if item == (1, 0):
            await gate.wait()

    lanes = ChatQueues(handle)
    slow = [lanes.put(1, (1, number)) for number in range(3)]
    quick = [lanes.put(2, (2, number)) for number in range(3)]
    await asyncio.wait_for(asyncio.gather(*quick), 1)
    assert began == [(1, 0), (2, 0), (2, 1), (2, 2)]
    assert not any(done.done() for done in slow)
    gate.set()
    await asyncio.wait_for(asyncio.gather(*slow), 1)
    assert began[4:] == [(1, 1), (1, 2)]


async def test_no_more_at_once_than_allowed() -> None:
    running, most = 0, 0

    async def handle(_item: int) -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0.001)
        running -= 1

    lanes = ChatQueues(handle, at_once=3)
    await asyncio.gather(*(lanes.put(number, number) for number in range(20)))
    assert most == 3


async def test_stopping_finishes_what_is_in_hand_and_begins_nothing() -> None:
    handled: list[int] = []

    async def handle(item: int) -> None:
        await asyncio.sleep(0.05)
        handled.append(item)

    lanes = ChatQueues(handle)
    first, second = lanes.put(1, 1), lanes.put(1, 2)
    await asyncio.sleep(0)
    assert await lanes.stop(1) == 1
    assert handled == [1]
    assert first.done()
    assert second.cancelled()


async def test_stopping_does_not_wait_for_ever() -> None:
    async def handle(_item: int) -> None:
        await asyncio.sleep(60)

    lanes = ChatQueues(handle)
    done = lanes.put(1, 1)
    await asyncio.sleep(0)
    began = time.monotonic()
    assert await lanes.stop(0.05) == 1
    assert time.monotonic() - began < 1
    assert done.cancelled()


async def test_no_more_is_taken_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ROOM", 2)
    gate = asyncio.Event()

    async def handle(_item: int) -> None:
        await gate.wait()

    lanes = ChatQueues(handle)
    await asyncio.wait_for(lanes.room(), 1)
    lanes.put(1, 1)
    lanes.put(2, 2)
    waiting = asyncio.gather(lanes.room())
    await asyncio.sleep(0.01)
    assert not waiting.done()
    gate.set()
    await asyncio.wait_for(waiting, 1)
