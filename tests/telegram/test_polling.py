"""Polling: updates are confirmed only once stored, answered only once, and failures are retried."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from structlog.testing import capture_logs

from bot.demo.botapi import updates
from bot.demo.botapi.state import Json
from bot.errors import TokenRejectedError
from bot.records.updates import Counts, Unfinished
from bot.replies.answers.notices import FAULT
from bot.settings.tasks import run_alongside
from bot.telegram.sending.backoff import Backoff
from bot.telegram.sending.connection import build_bot, connect
from bot.telegram.updates.chat_queues import ChatQueues
from bot.telegram.updates.intake import Intake, QueuedUpdate
from bot.telegram.updates.polling import MIN_INTERVAL, Poller
from bot.telegram.updates.raw_updates import GetRawUpdates, fingerprint, queue_key
from bot.telegram.updates.update_processor import FEW, UpdateProcessor
from tests.telegram.harness import CHAT, NOW, TelegramHarness
from tests.telegram.memory_stores import MemoryUpdates

QUICK = Backoff(first=1, longest=30)
ONCE = Counts(starts=1, sends=1)


@dataclass
class PollingHarness:
    """A poller of the fake Bot API. `delays`: its delays, which pass at once."""

    telegram: TelegramHarness = field(default_factory=TelegramHarness)
    store: MemoryUpdates = field(default_factory=MemoryUpdates)
    delays: list[float] = field(default_factory=list)

    def poller(self) -> tuple[Poller, ChatQueues[QueuedUpdate]]:
        bot = self.telegram.bot
        short_way = self.telegram.short_way()
        processor = UpdateProcessor(bot, self.telegram.dispatcher, self.store, lambda: NOW, short_way)
        queues: ChatQueues[QueuedUpdate] = ChatQueues(processor.process, leave=processor.leave)
        intake = Intake(bot.id, self.store, queues)
        return Poller(bot, intake, queues, QUICK, timeout=1, network_timeout=5, sleep=self.sleep), queues

    async def sleep(self, seconds: float) -> None:
        self.delays.append(seconds)
        await asyncio.sleep(0)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        poller, queues = self.poller()
        async with run_alongside(poller.run()):
            yield
        await queues.stop(1)

    async def until(self, holds: Callable[[], bool]) -> None:
        server = self.telegram.api
        async with server.changed:
            async with asyncio.timeout(5):
                await server.changed.wait_for(holds)


@pytest.fixture
def polling() -> PollingHarness:
    return PollingHarness()


def question(text: str = "Где стоит мост?", chat: int = CHAT) -> Json:
    return updates.text(updates.private(chat), text)


async def test_a_question_is_answered_confirmed_and_marked(polling: PollingHarness) -> None:
    await polling.telegram.api.push(question())
    async with polling.running():
        await polling.until(lambda: len(polling.telegram.texts) == 1 and not polling.telegram.api.updates)
    assert polling.store.inbox == {}
    assert len(polling.store.marked) == 1
    first = polling.telegram.calls("getUpdates")[0]
    assert {"message", "callback_query", "inline_query", "message_reaction"} <= set(first["allowed_updates"])


async def test_an_update_stored_before_a_kill_is_answered_after_it(polling: PollingHarness) -> None:
    raw = {"update_id": 1, **question()}
    polling.telegram.api.chats[CHAT] = updates.private(CHAT)
    number = fingerprint(raw, polling.telegram.bot.id)
    polling.store.left = [Unfinished(number=number, body=raw, counts=ONCE)]
    async with polling.running():
        await polling.until(lambda: len(polling.telegram.texts) == 1)
    assert polling.store.counts == {number: Counts(starts=2, sends=2)}
    assert number in polling.store.marked


async def test_what_another_process_took_over_is_neither_answered_nor_marked(polling: PollingHarness) -> None:
    polling.store.left = [Unfinished(number=5, body={"update_id": 1, **question()}, counts=ONCE)]
    polling.store.lost.add(5)
    told = "left to the process that took it over"
    with capture_logs() as lines:
        async with polling.running():
            while told not in [line["event"] for line in lines]:  # noqa: ASYNC110 - the log has no event
                await asyncio.sleep(0.01)
            await asyncio.sleep(0.05)
    assert (polling.telegram.texts, polling.store.marked) == ([], {})


@pytest.mark.parametrize(("starts", "sends", "replies"), [(2, 2, []), (3, 1, [FAULT]), (3, 2, [])])
async def test_an_update_that_was_tried_too_often_is_set_aside(
    polling: PollingHarness, starts: int, sends: int, replies: list[str]
) -> None:
    raw = {"update_id": 1, **question()}
    polling.telegram.api.chats[CHAT] = updates.private(CHAT)
    polling.store.left = [Unfinished(number=1, body=raw, counts=Counts(starts=starts, sends=sends))]
    with capture_logs() as lines:
        async with polling.running():
            await polling.until(lambda: 1 in polling.store.marked or len(polling.telegram.texts) > 0)
            await asyncio.sleep(0.05)
    assert "update set aside" in [line["event"] for line in lines]
    assert polling.telegram.texts == replies
    assert 1 in polling.store.marked


async def test_a_kill_counts_only_against_what_was_worked_on(polling: PollingHarness) -> None:
    """Of all that a killed process left, few are begun at a time; those that are being sent make room."""
    chats = range(2, 42)
    polling.telegram.api.chats |= {chat: updates.private(chat) for chat in chats}
    polling.store.left = [
        Unfinished(number=chat, body={"update_id": chat, **question(chat=chat)}, counts=ONCE)
        for chat in chats
    ]
    begun_at_most, count = 0, polling.store.count

    async def slow_count(number: int, counts: Counts) -> bool:
        nonlocal begun_at_most
        found = await count(number, counts)
        begun = [one for one in polling.store.counts.values() if one == Counts(starts=2, sends=1)]
        begun_at_most = max(begun_at_most, len(begun))
        await asyncio.sleep(0.01)
        return found

    polling.store.count = slow_count  # type: ignore[method-assign]
    async with polling.running():
        await polling.until(lambda: len(polling.telegram.texts) == len(chats))
    assert begun_at_most == FEW


async def test_a_stop_counts_neither_a_start_nor_what_was_not_sent(polling: PollingHarness) -> None:
    """One chat waits out a 429, with a second question behind; the message of another may have arrived."""
    _wait_for(polling, asyncio.Event())
    api, asked = polling.telegram.api, [question(chat=1), question("Какой мост?", chat=1), question(chat=2)]
    api.faults.order(method="sendMessage", chat=1, code=429, description="Too Many", retry_after=30)
    api.faults.order(method="sendMessage", chat=2, kind="reset")
    for one in asked:
        await api.push(one)
    numbers = [fingerprint(one, polling.telegram.bot.id) for one in api.updates.values()]
    poller, queues = polling.poller()
    async with run_alongside(poller.run()):
        await polling.until(lambda: len(polling.telegram.calls("sendMessage")) == 2)
        await asyncio.sleep(0.05)
    await queues.stop(0.1)
    nothing = Counts(starts=0, sends=0)
    assert [polling.store.counts[one] for one in numbers] == [nothing, nothing, Counts(starts=0, sends=1)]
    assert polling.store.marked == {}


async def test_a_message_that_telegram_refuses_for_now_is_not_counted_as_sent(
    polling: PollingHarness,
) -> None:
    api = polling.telegram.api
    api.faults.order(method="sendMessage", code=429, description="Too Many", retry_after=1)
    gate = asyncio.Event()
    _wait_for(polling, gate)
    await api.push(question())
    (number,) = [fingerprint(one, polling.telegram.bot.id) for one in api.updates.values()]
    async with polling.running():
        await polling.until(lambda: len(polling.telegram.calls("sendMessage")) == 1)
        await asyncio.sleep(0.1)
        assert polling.store.counts[number] == Counts(starts=1, sends=0)
        gate.set()
        await polling.until(lambda: len(polling.telegram.texts) == 1)
    assert polling.store.counts[number] == ONCE


async def test_without_the_database_updates_are_confirmed_after_they_are_answered(
    polling: PollingHarness,
) -> None:
    polling.store.is_down = True
    await polling.telegram.api.push(question())
    await polling.telegram.api.push(question("Какой мост?"))
    async with polling.running():
        await polling.until(lambda: len(polling.telegram.texts) == 2 and not polling.telegram.api.updates)
    assert len(polling.store.marked) == 2


async def test_a_handled_update_is_not_answered_again(polling: PollingHarness) -> None:
    await polling.telegram.api.push(question())
    raw = next(iter(polling.telegram.api.updates.values()))
    polling.store.mark(fingerprint(raw, polling.telegram.bot.id), NOW)
    await polling.telegram.api.push(question("Какой мост?"))
    async with polling.running():
        await polling.until(lambda: len(polling.telegram.texts) == 1)
    assert polling.telegram.scripted_engine.asked == ["Какой мост?"]


async def test_an_update_that_cannot_be_parsed_stops_nothing(polling: PollingHarness) -> None:
    await polling.telegram.api.push({"message": {"message_id": "?", "chat": {"id": CHAT, "type": "private"}}})
    await polling.telegram.api.push(question())
    async with polling.running():
        await polling.until(lambda: len(polling.telegram.texts) == 1)
    assert len(polling.store.marked) == 2


def _wait_for(polling: PollingHarness, gate: asyncio.Event) -> None:
    """Instead of the delays after failed calls."""

    async def sleep(_seconds: float) -> None:
        await gate.wait()

    polling.telegram.bot.session.middleware._middlewares[0]._sleep = sleep  # type: ignore[attr-defined]


async def test_a_slow_chat_does_not_delay_the_others(polling: PollingHarness) -> None:
    server = polling.telegram.api
    for number in range(150):
        await server.push(question(chat=1))
        await server.push(question(chat=number + 2))
    gate = asyncio.Event()
    _wait_for(polling, gate)
    server.faults.order(method="sendMessage", chat=1, code=429, description="Too Many", retry_after=30)
    async with polling.running():
        await polling.until(lambda: sum(server.sent.values()) == 150)
        assert server.sent[1] == 0
        gate.set()
        await polling.until(lambda: server.sent[1] == 150)


@pytest.mark.parametrize(
    "fault",
    [
        {"code": 500, "description": "Internal Server Error"},
        {"code": 409, "description": "Conflict: terminated by other getUpdates request"},
        {"kind": "reset"},
    ],
)
async def test_each_failure_is_logged_and_delayed_longer(polling: PollingHarness, fault: Json) -> None:
    polling.telegram.api.faults.order(method="getUpdates", times=4, **fault)
    await polling.telegram.api.push(question())
    with capture_logs() as lines:
        async with polling.running():
            await polling.until(lambda: len(polling.telegram.texts) == 1)
    assert [line["step"] for line in lines if line["event"] == "no updates"] == [1, 2, 3, 4]
    assert [round(delay / 2**step, 1) <= 1 for step, delay in enumerate(polling.delays)] == [True] * 4
    assert polling.delays == sorted(polling.delays)
    assert "updates again" in [line["event"] for line in lines]


async def test_a_server_that_answers_at_once_is_polled_with_a_minimum_interval(
    polling: PollingHarness,
) -> None:
    poller, _ = polling.poller()
    poller._timeout = 0
    async with run_alongside(poller.run()):
        await polling.until(lambda: len(polling.telegram.calls("getUpdates")) >= 3)
    assert set(polling.delays) == {MIN_INTERVAL}


async def test_retry_after_of_polling_is_obeyed(polling: PollingHarness) -> None:
    polling.telegram.api.faults.order(method="getUpdates", code=429, description="Too Many", retry_after=11)
    await polling.telegram.api.push(question())
    async with polling.running():
        await polling.until(lambda: len(polling.telegram.texts) == 1)
    assert polling.delays == [11.0]


async def test_an_old_webhook_is_deleted(polling: PollingHarness) -> None:
    polling.telegram.api.webhook = {"url": "https://old.example/hook"}
    await polling.telegram.api.push(question())
    async with polling.running():
        await polling.until(lambda: len(polling.telegram.texts) == 1)


async def test_a_revoked_token_ends_polling(polling: PollingHarness) -> None:
    polling.telegram.api.faults.order(method="getUpdates", code=401, description="Unauthorized")
    poller, _ = polling.poller()
    with pytest.raises(TokenRejectedError):
        await poller.run()


async def test_a_failing_store_is_retried(polling: PollingHarness) -> None:
    original = polling.store.take
    failures = iter([OSError("disk"), OSError("disk")])

    async def take(given: object) -> object:
        if failure := next(failures, None):
            raise failure
        return await original(given)  # type: ignore[arg-type]  # passed through

    polling.store.take = take  # type: ignore[method-assign,assignment]  # fails twice
    await polling.telegram.api.push(question())
    async with polling.running():
        await polling.until(lambda: len(polling.telegram.texts) == 1)
    assert len(polling.delays) == 2


@pytest.mark.parametrize(("code", "description"), [(401, "Unauthorized"), (404, "Not Found")])
async def test_a_wrong_token_is_rejected_at_once(
    polling: PollingHarness, code: int, description: str
) -> None:
    polling.telegram.api.faults.order(method="getMe", code=code, description=description)
    with pytest.raises(TokenRejectedError):
        await connect(polling.telegram.bot, QUICK, polling.sleep)


async def test_connect_waits_for_an_unreachable_api(polling: PollingHarness) -> None:
    polling.telegram.api.faults.order(method="getMe", kind="reset", times=3)
    polling.telegram.api.faults.order(method="getMe", code=429, description="Too Many", retry_after=9)
    with capture_logs() as lines:
        me = await connect(polling.telegram.bot, QUICK, polling.sleep)
    assert me.username == "spravka_test_bot"
    assert [line["step"] for line in lines] == [1, 2, 3, 4]
    assert polling.delays[-1] == 9.0


async def test_a_malformed_token_is_rejected() -> None:
    with pytest.raises(TokenRejectedError):
        build_bot("no token", "http://127.0.0.1:1", QUICK, timeout=1)


def test_the_fingerprint_depends_on_the_whole_update() -> None:
    one = {"update_id": 1, "message": {"text": "а"}}
    assert fingerprint(one, 1) == fingerprint({"message": {"text": "а"}, "update_id": 1}, 1)
    others = [fingerprint({**one, "message": {"text": "б"}}, 1), fingerprint(one, 2)]
    assert fingerprint(one, 1) not in others
    assert 0 <= fingerprint(one, 1) < 2**63


QUEUE_KEYS = [
    (question(), CHAT),
    (updates.callback({"chat": updates.private(3), "message_id": 1}, "x"), 3),
    (updates.inline("?", updates.user(9)), 9),
    (updates.reaction(updates.group(-5), 1, "👍"), -5),
    ({"poll": {"id": "1"}}, 0),
]


@pytest.mark.parametrize(("update", "expected"), QUEUE_KEYS)
def test_updates_are_queued_by_chat(update: Json, expected: int) -> None:
    assert queue_key({"update_id": 1, **update}) == expected


async def test_raw_updates_are_not_parsed(polling: PollingHarness) -> None:
    await polling.telegram.api.push({"message": {**question()["message"], "field_of_tomorrow": {"a": 1}}})
    (raw,) = await polling.telegram.bot(GetRawUpdates())
    assert raw["message"]["field_of_tomorrow"] == {"a": 1}
