"""Which second answers have a reason, what is lost, and what the proxy does to a connection."""

from __future__ import annotations

import asyncio
import random

import pytest

from tests.chaos.proxy import proxied
from tests.chaos.reckoning import count_messages, measure_waits, unhandled


def test_each_chat_is_counted_once() -> None:
    got = {2: [1.0], 3: [1.0, 9.0], 4: [1.0, 2.0, 3.0]}
    found = count_messages([1, 2, 3, 4], got, {}, (), ())
    assert found.times == {"0": 1, "1": 1, "2": 1, "3+": 1}
    assert (found.lost, found.unexplained, found.good) == ((1,), (3, 4), False)


@pytest.mark.parametrize(
    ("kill", "outage", "explained"),
    [(1.5, None, True), (5.0, None, False), (0.5, None, False), (5.0, (0.0, 4.0), True)],
)
def test_a_kill_before_the_answer_was_recorded_explains_a_second_one(
    kill: float, outage: tuple[float, float] | None, explained: bool
) -> None:
    outages = [("PostgreSQL", *outage)] if outage else []
    found = count_messages([1], {1: [1.0, 9.0]}, {}, [kill], outages)
    assert found.good is explained


def test_two_processes_without_a_database_do_not_know_of_each_other() -> None:
    outages = [("PostgreSQL", 0.0, 2.0)]
    found = count_messages([1, 2], {1: [1.1, 1.2], 2: [9.1, 9.2]}, {}, (), outages, {1: 1.0, 2: 9.0})
    assert (found.apart, found.unexplained) == ((1,), (2,))


def test_a_call_that_was_taken_and_failed_explains_one_more() -> None:
    assert count_messages([1], {1: [1.0, 2.0]}, {1: 1}, (), ()).good
    assert not count_messages([1], {1: [1.0, 2.0, 3.0]}, {1: 1}, (), ()).good


def test_waits_count_from_the_first_answer() -> None:
    waits = measure_waits(
        {1: 0.0, 2: 1.0, 3: 1.0}, {1: [2.0, 5.0], 2: [4.0], 3: [9.0]}, [("Redis", 0.5, 6.0)]
    )
    assert (waits.median, waits.longest, waits.in_outage, waits.answered_in_outage) == (3.0, 8.0, 2, 1)


def test_tracebacks_and_errors_are_found() -> None:
    lines = ["fine", "Traceback (most recent call last):", "  File", "KeyError: 1", "[error    ] bad"]
    assert unhandled(lines) == ["KeyError: 1", "[error    ] bad"]


async def test_a_proxy_forwards_freezes_and_refuses() -> None:
    async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while line := await reader.readline():
            writer.write(line)
        writer.close()

    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    target = server.sockets[0].getsockname()[:2]
    async with server, proxied(random.Random(1), target) as proxy:
        reader, writer = await asyncio.open_connection("127.0.0.1", proxy.port)
        writer.write(b"one\n")
        assert await reader.readline() == b"one\n"
        proxy.freeze()
        writer.write(b"two\n")
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(reader.readline(), 0.1)
        await proxy.heal()
        assert await reader.readline() == b"two\n"
        await proxy.refuse()
        assert await reader.read() == b""
        with pytest.raises(ConnectionRefusedError):
            await asyncio.open_connection("127.0.0.1", proxy.port)
        writer.close()
