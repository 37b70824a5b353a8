"""Polling: nothing is confirmed before it is kept, nothing is answered twice, failures are waited out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from structlog.testing import capture_logs

from bot.errors import TokenRejectedError
from bot.settings.tasks import beside
from bot.telegram.sending.backoff import Backoff
from bot.telegram.sending.connection import build_bot, connect
from bot.telegram.updates.chat_queues import ChatQueues
from bot.telegram.updates.intake import Intake
from bot.telegram.updates.polling import AT_LEAST, Poller
from bot.telegram.updates.raw_updates import GetRawUpdates, Raw, fingerprint, lane
from tests.botapi import updates
from tests.botapi.world import Json
from tests.telegram.office import CHAT, NOW, Office
from tests.telegram.stores import MemoryUpdates

QUICK = Backoff(first=1, longest=30)


@dataclass
class Desk:
    """A poller over an office. Its pauses are noted and pass at once."""

    office: Office = field(default_factory=Office)
    store: MemoryUpdates = field(default_factory=MemoryUpdates)
    slept: list[float] = field(default_factory=list)

    def poller(self) -> tuple[Poller, ChatQueues[Raw]]:
        intake = Intake(self.office.bot, self.office.dispatcher, self.store, lambda: NOW)
        lanes: ChatQueues[Raw] = ChatQueues(intake.handle)
        bot = self.office.bot
        return Poller(bot, self.store, lanes, QUICK, timeout=1, patience=5, sleep=self.sleep), lanes

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        await asyncio.sleep(0)

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[None]:
        poller, lanes = self.poller()
        async with beside(poller.run()):
            yield
        await lanes.stop(1)

    async def until(self, holds: Callable[[], bool]) -> None:
        world = self.office.world
        async with world.changed:
            await asyncio.wait_for(world.changed.wait_for(holds), 5)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def question(words: str = "Где стоит мост?", chat: int = CHAT) -> Json:
    return updates.text(updates.private(chat), words)


async def test_a_question_is_answered_confirmed_and_marked(desk: Desk) -> None:
    await desk.office.world.push(question())
    async with desk.at_work():
        await desk.until(lambda: len(desk.office.texts) == 1 and not desk.office.world.updates)
    assert desk.store.inbox == {}
    assert len(desk.store.marked) == 1
    first = desk.office.calls("getUpdates")[0]
    assert {"message", "callback_query", "inline_query", "message_reaction"} <= set(first["allowed_updates"])


async def test_what_was_in_hand_at_a_kill_is_answered_after_it(desk: Desk) -> None:
    raw = {"update_id": 1, **question()}
    desk.office.world.chats[CHAT] = updates.private(CHAT)
    await desk.store.keep({fingerprint(raw, desk.office.bot.id): raw})
    async with desk.at_work():
        await desk.until(lambda: len(desk.office.texts) == 1)


async def test_what_was_answered_is_not_answered_again(desk: Desk) -> None:
    await desk.office.world.push(question())
    raw = next(iter(desk.office.world.updates.values()))
    await desk.store.mark(fingerprint(raw, desk.office.bot.id), NOW)
    await desk.office.world.push(question("Какой мост?"))
    async with desk.at_work():
        await desk.until(lambda: len(desk.office.texts) == 1)
    assert desk.office.scripted.asked == ["Какой мост?"]


async def test_an_update_that_nobody_understands_stops_nothing(desk: Desk) -> None:
    await desk.office.world.push({"message": {"message_id": "?", "chat": {"id": CHAT, "type": "private"}}})
    await desk.office.world.push(question())
    async with desk.at_work():
        await desk.until(lambda: len(desk.office.texts) == 1)
    assert len(desk.store.marked) == 2


async def test_a_slow_chat_does_not_hold_up_the_others(desk: Desk) -> None:
    world = desk.office.world
    for number in range(150):
        await world.push(question(chat=1))
        await world.push(question(chat=number + 2))
    gate = asyncio.Event()

    async def held(_seconds: float) -> None:
        await gate.wait()

    desk.office.bot.session.middleware._middlewares[0]._sleep = held  # type: ignore[attr-defined]  # the pause of a 429
    world.faults.order(method="sendMessage", chat=1, code=429, description="Too Many", retry_after=30)
    async with desk.at_work():
        await desk.until(lambda: sum(world.sent.values()) == 150)
        assert world.sent[1] == 0
        gate.set()
        await desk.until(lambda: world.sent[1] == 150)


@pytest.mark.parametrize(
    "fault",
    [
        {"code": 500, "description": "Internal Server Error"},
        {"code": 409, "description": "Conflict: terminated by other getUpdates request"},
        {"kind": "reset"},
    ],
)
async def test_failures_cost_a_line_and_a_growing_pause_each(desk: Desk, fault: Json) -> None:
    desk.office.world.faults.order(method="getUpdates", times=4, **fault)
    await desk.office.world.push(question())
    with capture_logs() as lines:
        async with desk.at_work():
            await desk.until(lambda: len(desk.office.texts) == 1)
    assert [line["step"] for line in lines if line["event"] == "no updates"] == [1, 2, 3, 4]
    assert [round(pause / 2**step, 1) <= 1 for step, pause in enumerate(desk.slept)] == [True] * 4
    assert desk.slept == sorted(desk.slept)
    assert "updates again" in [line["event"] for line in lines]


async def test_a_server_that_does_not_wait_is_not_hammered(desk: Desk) -> None:
    poller, _ = desk.poller()
    poller._timeout = 0
    async with beside(poller.run()):
        await desk.until(lambda: len(desk.office.calls("getUpdates")) >= 3)
    assert set(desk.slept) == {AT_LEAST}


async def test_the_server_says_how_long_to_wait(desk: Desk) -> None:
    desk.office.world.faults.order(method="getUpdates", code=429, description="Too Many", retry_after=11)
    await desk.office.world.push(question())
    async with desk.at_work():
        await desk.until(lambda: len(desk.office.texts) == 1)
    assert desk.slept == [11.0]


async def test_a_webhook_left_behind_is_taken_off(desk: Desk) -> None:
    desk.office.world.webhook = {"url": "https://old.example/hook"}
    await desk.office.world.push(question())
    async with desk.at_work():
        await desk.until(lambda: len(desk.office.texts) == 1)


async def test_a_token_revoked_ends_polling(desk: Desk) -> None:
    desk.office.world.faults.order(method="getUpdates", code=401, description="Unauthorized")
    poller, _ = desk.poller()
    with pytest.raises(TokenRejectedError):
        await poller.run()


async def test_a_store_that_fails_is_waited_out(desk: Desk) -> None:
    kept = desk.store.keep
    failures = iter([OSError("disk"), OSError("disk")])

    async def keep(given: object) -> object:
        if failure := next(failures, None):
            raise failure
        return await kept(given)  # type: ignore[arg-type]  # passed through

    desk.store.keep = keep  # type: ignore[method-assign,assignment]  # a store whose disk comes back
    await desk.office.world.push(question())
    async with desk.at_work():
        await desk.until(lambda: len(desk.office.texts) == 1)
    assert len(desk.slept) == 2


async def test_a_mark_that_fails_leaves_the_update_for_later(desk: Desk) -> None:
    async def mark(update_id: int, at: object) -> None:
        raise OSError

    desk.store.mark = mark  # type: ignore[method-assign]  # a store whose disk is full
    await desk.office.world.push(question())
    async with desk.at_work():
        await desk.until(lambda: len(desk.office.texts) == 1)
    assert len(desk.store.inbox) == 1


@pytest.mark.parametrize(("code", "description"), [(401, "Unauthorized"), (404, "Not Found")])
async def test_a_wrong_token_is_known_at_once(desk: Desk, code: int, description: str) -> None:
    desk.office.world.faults.order(method="getMe", code=code, description=description)
    with pytest.raises(TokenRejectedError):
        await connect(desk.office.bot, QUICK, desk.sleep)


async def test_an_api_that_is_down_is_waited_for(desk: Desk) -> None:
    desk.office.world.faults.order(method="getMe", kind="reset", times=3)
    desk.office.world.faults.order(method="getMe", code=429, description="Too Many", retry_after=9)
    with capture_logs() as lines:
        me = await connect(desk.office.bot, QUICK, desk.sleep)
    assert me.username == "spravka_test_bot"
    assert [line["step"] for line in lines] == [1, 2, 3, 4]
    assert desk.slept[-1] == 9.0


async def test_text_that_is_no_token_is_rejected() -> None:
    with pytest.raises(TokenRejectedError):
        build_bot("no token", "http://127.0.0.1:1", QUICK, timeout=1)


def test_updates_are_told_apart_by_all_that_is_in_them() -> None:
    one = {"update_id": 1, "message": {"text": "а"}}
    assert fingerprint(one, 1) == fingerprint({"message": {"text": "а"}, "update_id": 1}, 1)
    others = [fingerprint({**one, "message": {"text": "б"}}, 1), fingerprint(one, 2)]
    assert fingerprint(one, 1) not in others
    assert 0 <= fingerprint(one, 1) < 2**63


LANES = [
    (question(), CHAT),
    (updates.callback({"chat": updates.private(3), "message_id": 1}, "x"), 3),
    (updates.inline("?", updates.user(9)), 9),
    (updates.reaction(updates.group(-5), 1, "👍"), -5),
    ({"poll": {"id": "1"}}, 0),
]


@pytest.mark.parametrize(("update", "expected"), LANES)
def test_an_update_waits_in_the_lane_of_its_chat(update: Json, expected: int) -> None:
    assert lane({"update_id": 1, **update}) == expected


async def test_raw_updates_are_taken_as_they_are(desk: Desk) -> None:
    await desk.office.world.push({"message": {**question()["message"], "field_of_tomorrow": {"a": 1}}})
    (raw,) = await desk.office.bot(GetRawUpdates())
    assert raw["message"]["field_of_tomorrow"] == {"a": 1}
