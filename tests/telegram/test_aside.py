"""A reply that waits for a computation in the thread beside."""

from __future__ import annotations

import asyncio
import threading
from functools import partial

import pytest

from bot.telegram.ask.aside import away, without_waiting


async def test_the_event_loop_goes_on_while_a_reply_waits() -> None:
    begun, free = threading.Event(), threading.Event()

    def work() -> str:
        begun.set()
        assert free.wait(5)
        return threading.current_thread().name

    reply = without_waiting(lambda: (away(work), threading.current_thread()))
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(reply)
        while not begun.is_set():  # noqa: ASYNC110 - set by a thread
            await asyncio.sleep(0.001)
        assert not waiting.done()
        free.set()
    name, replying = waiting.result()
    assert name.startswith("aside")
    assert replying is threading.current_thread()


async def test_a_reply_may_be_away_more_than_once_and_beside_others() -> None:
    def compute(number: int) -> int:
        return away(lambda: number + 1) + away(lambda: number + 2)

    found = await asyncio.gather(*(without_waiting(partial(compute, number)) for number in range(20)))
    assert found == [2 * number + 3 for number in range(20)]


async def test_one_thread_works_for_all_replies() -> None:
    working, most = 0, 0

    def work() -> None:
        nonlocal working, most
        working += 1
        most = max(most, working)
        threading.Event().wait(0.002)
        working -= 1

    await asyncio.gather(*(without_waiting(lambda: away(work)) for _ in range(5)))
    assert most == 1


async def test_an_error_reaches_the_reply_where_it_waits() -> None:
    def fail() -> None:
        raise KeyError("lost")

    def compute() -> str:
        with pytest.raises(KeyError, match="lost"):
            away(fail)
        return "caught"

    assert await without_waiting(compute) == "caught"
    with pytest.raises(KeyError):
        await without_waiting(lambda: away(fail))


async def test_a_reply_that_is_cancelled_ends_where_it_waits() -> None:
    begun, free, ended = threading.Event(), threading.Event(), []

    def work() -> None:
        begun.set()
        free.wait(5)

    def compute() -> None:
        try:
            away(work)
        except asyncio.CancelledError:
            ended.append(True)
            raise

    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(without_waiting(compute))
        while not begun.is_set():  # noqa: ASYNC110 - set by a thread
            await asyncio.sleep(0.001)
        waiting.cancel()
    free.set()
    assert waiting.cancelled()
    assert ended == [True]


def test_nothing_is_away_from_a_caller_that_does_not_wait_so() -> None:
    assert away(threading.current_thread) is threading.current_thread()
