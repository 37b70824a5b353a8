"""The pace of replies: bursts pass, a 429 ends them, chats take turns; a chat that waits holds no place."""

from __future__ import annotations

import asyncio

import pytest

from bot.telegram.sending.pace import CHAT_BURST, ReplyPace
from bot.telegram.updates.chat_queues import ChatQueues
from bot.telegram.updates.worker_slots import place_given_up


class Time:
    def __init__(self) -> None:
        self.now = 0.0
        self.waits: list[float] = []

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)

    def pace(self, per_second: float = 30, burst: float = 100) -> ReplyPace:
        return ReplyPace(per_second, burst, self.sleep, self)


async def test_a_burst_passes_and_then_the_pace_of_all_holds() -> None:
    time = Time()
    pace = time.pace()
    for chat in range(130):
        await pace.wait(chat)
    assert time.waits == pytest.approx([number / 30 for number in range(1, 31)])
    time.now += 60
    await pace.wait("later")
    assert len(time.waits) == 30


async def test_one_chat_gets_about_one_a_second_after_its_burst() -> None:
    time = Time()
    pace = time.pace(burst=10_000)
    for _ in range(CHAT_BURST + 3):
        await pace.wait(7)
    assert time.waits == [1.0, 2.0, 3.0]
    await pace.wait(8)
    assert len(time.waits) == 3


async def test_a_refusal_ends_the_burst_of_its_chat_and_of_all_if_many_are_refused() -> None:
    time = Time()
    pace = time.pace()
    pace.refused(1)
    await pace.wait(1)
    await pace.wait(2)
    assert time.waits == [1.0]
    for chat in (2, 3):
        pace.refused(chat)
    await pace.wait(4)
    assert time.waits[1:] == pytest.approx([1 / 30])


async def test_a_chat_that_waits_holds_no_place() -> None:
    gate, handled = asyncio.Event(), []

    async def handle(chat: int) -> None:
        if chat < 70:
            async with place_given_up():
                await gate.wait()
        handled.append(chat)

    queues = ChatQueues(handle, max_concurrent=2)
    slow = [queues.enqueue(chat, chat) for chat in range(70)]
    async with asyncio.timeout(1):
        await queues.enqueue(100, 100)
    assert handled == [100]
    gate.set()
    async with asyncio.timeout(1):
        await asyncio.gather(*slow)
    assert sorted(handled) == [*range(70), 100]
