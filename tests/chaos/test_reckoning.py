"""Which second answers have a reason, what is lost, and what the proxy does to a connection."""

from __future__ import annotations

import asyncio
import random
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from aiohttp import ClientError, ClientSession

from bot.demo.botapi.faults import Chaos
from bot.demo.botapi.running import running
from bot.demo.botapi.state import TOKEN
from tests.chaos.logs import seen_outages, unhandled
from tests.chaos.proxy import proxied
from tests.chaos.reckoning import Faults, Reason, Sent, count_messages, measure_waits
from tests.chaos.telegram import recording_state


def sent(*moments: float, by: str = "web-1") -> list[Sent]:
    return [Sent(at, by) for at in moments]


def test_each_chat_is_counted_once() -> None:
    got = {2: sent(1.0), 3: sent(1.0, 9.0), 4: sent(1.0, 2.0, 3.0)}
    found = count_messages([1, 2, 3, 4], got)
    assert found.times == {"0": 1, "1": 1, "2": 1, "3+": 1}
    assert (found.lost, found.unexplained, found.too_often, found.good) == ((1,), (3, 4), (4,), False)


@pytest.mark.parametrize(
    ("kill", "outage", "explained"),
    [
        (("web-1", 1.5), None, True),
        (("web-1", 5.0), None, False),
        (("web-1", 0.9), None, True),
        (("web-1", 0.5), None, False),
        (("web-2", 1.5), None, False),
        (("worker", 1.5), None, False),
        (("web-1", 5.0), ("PostgreSQL", 0.0, 4.5), True),
        (("web-1", 5.0), ("Redis", 0.0, 4.5), False),
        (("web-2", 5.0), ("PostgreSQL", 0.0, 4.5), False),
        (("web-1", 9.5), ("PostgreSQL", 0.0, 9.9), False),
    ],
)
def test_only_a_kill_of_the_process_that_sent_it_before_it_was_recorded_explains_another(
    kill: tuple[str, float], outage: tuple[str, float, float] | None, explained: bool
) -> None:
    faults = Faults(kills=[kill], outages=[outage] if outage else [])
    found = count_messages([1], {1: sent(1.0, 9.0)}, faults)
    assert found.good is explained
    assert found.reasons == ({Reason.KILL: 1} if explained else {})


def test_more_than_two_by_kills_are_too_many() -> None:
    kills = [("web-1", 1.1), ("web-1", 2.1)]
    assert not count_messages([1], {1: sent(1.0, 2.0, 3.0)}, Faults(kills=kills)).good


@pytest.mark.parametrize(
    ("asked", "outage", "second", "explained"),
    [
        (1.0, ("PostgreSQL", 0.0, 2.0), "web-2", True),
        (1.0, ("PostgreSQL", 1.5, 9.0), "web-2", True),
        (1.0, ("PostgreSQL", 7.0, 9.0), "web-2", False),
        (8.0, ("PostgreSQL", 0.0, 2.0), "web-2", False),
        (1.0, ("Redis", 0.0, 2.0), "web-2", False),
        (None, ("PostgreSQL", 0.0, 2.0), "web-2", False),
        (1.0, ("PostgreSQL", 0.0, 2.0), "web-1", False),
    ],
)
def test_two_processes_without_a_database_do_not_know_of_each_other(
    asked: float | None, outage: tuple[str, float, float], second: str, explained: bool
) -> None:
    faults = Faults(outages=[outage], asked={} if asked is None else {1: asked})
    at = 1.1 if asked is None else asked + 1
    assert count_messages([1], {1: [*sent(at), *sent(at + 0.1, by=second)]}, faults).good is explained


def test_a_process_sees_an_outage_until_it_says_that_it_is_over() -> None:
    day = "2026-11-27T12:00:"
    lines = [
        f"{day}01.500000Z [warning  ] database down",
        f"{day}02.000000Z [info     ] not stored                     kind=message",
        f"{day}04.500000Z [info     ] database up again",
        f"{day}06.000000Z [warning  ] database down",
        f"{day}09.000000Z [info     ] started                        role=web",
    ]
    noon = datetime(2026, 11, 27, 12, tzinfo=UTC).timestamp()
    assert seen_outages(lines, -noon) == [("PostgreSQL", 1.5, 4.5), ("PostgreSQL", 6.0, 9.0)]


@pytest.mark.parametrize(
    ("failed", "explained"),
    [
        ((True, False), True),
        ((False, True), False),
        ((False, False), False),
        ((True, False, False), False),
        ((True, True, False), True),
    ],
)
def test_each_call_that_was_taken_and_failed_explains_one_later_message(
    failed: tuple[bool, ...], explained: bool
) -> None:
    got = [Sent(float(at), "web-1", failed=one) for at, one in enumerate(failed)]
    assert count_messages([1], {1: got}).good is explained


async def test_the_fake_bot_api_notes_which_messages_it_took_and_failed() -> None:
    state = recording_state(seed=1)
    state.faults.chaos = Chaos()
    async with running(state) as api, ClientSession() as client:
        state.faults.order(method="sendMessage", kind="reset", taken=True, times=1)
        for _ in range(2):
            with suppress(ClientError):
                await client.post(f"{api.url}/bot{TOKEN}/sendMessage", json={"chat_id": 7, "text": "да"})
    assert [one.failed for one in state.answers[7]] == [True, False]


def test_a_doctored_run_fails() -> None:
    """A run with kills, an outage and resets holds; one more message of any chat, or one less, does not."""
    faults = Faults(
        kills=[("web-1", 30.2), ("web-2", 60.0), ("worker", 61.0)],
        outages=[("PostgreSQL", 50.0, 58.0)],
        asked={chat: chat * 5 - 0.5 for chat in range(1, 15)} | {9: 52.0},
    )
    got = {chat: sent(float(chat) * 5, by=f"web-{1 + chat % 2}") for chat in range(1, 15)}
    got[6] = [*sent(30.1), *sent(33.0, by="web-2")]
    got[7] = [Sent(40.0, "web-1", failed=True), *sent(40.5)]
    got[9] = [*sent(53.0), *sent(53.1, by="web-2")]
    assert count_messages(range(1, 15), got, faults).good
    for chat in got:
        again = {**got, chat: [*got[chat], *sent(90.0)]}
        assert not count_messages(range(1, 15), again, faults).good, chat
        assert count_messages(range(1, 15), {**got, chat: []}, faults).lost == (chat,)


def test_waits_count_from_the_first_answer() -> None:
    waits = measure_waits(
        {1: 0.0, 2: 1.0, 3: 1.0}, {1: sent(2.0, 5.0), 2: sent(4.0), 3: sent(9.0)}, [("Redis", 0.5, 6.0)]
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
            async with asyncio.timeout(0.1):
                await reader.readline()
        await proxy.heal()
        assert await reader.readline() == b"two\n"
        await proxy.refuse()
        assert await reader.read() == b""
        with pytest.raises(ConnectionRefusedError):
            await asyncio.open_connection("127.0.0.1", proxy.port)
        writer.close()
