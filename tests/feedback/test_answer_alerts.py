"""Readers who agreed are told once there is an answer: once, by day, whatever Telegram and restarts do."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from sqlalchemy import select

from bot.followups.send_outcome import SendOutcome, Sent
from bot.records.outbox import Message
from bot.replies.answers import feedback as texts
from bot.replies.answers.notices import OLD_BUTTON
from bot.storage.answer_alert_outbox import AnswerAlertOutbox
from bot.storage.answer_alerts import StoredAnswerAlerts
from bot.storage.tables import promises
from bot.wiring.background import build_answer_alerts
from tests.botapi import updates
from tests.editing.desk import ANNA, EditingDesk
from tests.feedback.steps import KNOWN, OTHER, READER, UNKNOWN, edit_place, publish_answer, send_alerts
from tests.followups.harness import at

TOLD = "Теперь в базе есть ответ."


async def agree(desk: EditingDesk, user: int = READER, words: str = UNKNOWN) -> None:
    await desk.by(user, words)
    assert await desk.tap(user, texts.SET_ALERT) == texts.ALERT_SET


def told(desk: EditingDesk, user: int = READER) -> list[str]:
    return [one["text"] for one in desk.to(user) if TOLD in one.get("text", "")]


async def rows(desk: EditingDesk) -> list[Any]:
    async with desk.followups.database.read() as connection:
        return list((await connection.execute(select(promises).order_by(promises.c.id))).all())


async def test_who_agreed_is_told_once_and_who_did_not_is_not(desk: EditingDesk) -> None:
    await agree(desk)
    await desk.by(OTHER, UNKNOWN)
    assert "ждут ответа: 1" in await desk.by(ANNA, "/inbox")
    await send_alerts(desk)
    assert told(desk) == []
    await publish_answer(desk, ANNA)
    for _ in range(3):
        await send_alerts(desk)
    (said,) = told(desk)
    assert said.startswith(f"Вы спрашивали: «{UNKNOWN}»\n{TOLD}\n\nМесто: Пекин")
    assert told(desk, OTHER) == []
    assert [row.state for row in await rows(desk)] == ["sent"]
    assert await desk.tap(READER, texts.GOOD) == texts.LIKED, "it is rated as any answer"


async def test_the_same_question_twice_is_one_promise(desk: EditingDesk) -> None:
    await agree(desk)
    await agree(desk, words="где усядутся снова")
    await publish_answer(desk, ANNA)
    await send_alerts(desk)
    assert len(told(desk)) == 1


async def test_taken_back_nothing_comes(desk: EditingDesk) -> None:
    await agree(desk)
    assert texts.CANCEL_ALERT in desk.labels_to(READER)
    assert await desk.tap(READER, texts.CANCEL_ALERT) == texts.ALERT_CANCELLED
    assert texts.SET_ALERT in desk.labels_to(READER)
    await publish_answer(desk, ANNA)
    await send_alerts(desk)
    assert told(desk) == []


async def test_at_night_it_waits_for_the_morning(desk: EditingDesk) -> None:
    await agree(desk)
    await publish_answer(desk, ANNA)
    desk.followups.clock.now = at("2027-05-01 23:30")
    await send_alerts(desk)
    assert told(desk) == []
    desk.followups.clock.now = at("2027-05-02 08:01")
    await send_alerts(desk)
    assert len(told(desk)) == 1


async def test_an_answer_gone_before_it_was_sent_is_waited_for_again(desk: EditingDesk) -> None:
    await agree(desk)
    await publish_answer(desk, ANNA)
    desk.followups.clock.now = at("2027-05-01 23:30")
    await send_alerts(desk)
    await edit_place(desk, None)
    desk.followups.clock.now = at("2027-05-02 09:00")
    await send_alerts(desk)
    assert told(desk) == []
    assert [row.state for row in await rows(desk)] == ["waiting"]


async def test_a_blocked_chat_is_told_when_it_writes_again(desk: EditingDesk) -> None:
    await agree(desk)
    await publish_answer(desk, ANNA)
    desk.api.chats[READER]["blocked"] = True
    await send_alerts(desk)
    del desk.api.chats[READER]["blocked"]
    await send_alerts(desk)
    assert told(desk) == []
    await desk.by(READER, "спасибо")
    await send_alerts(desk)
    assert len(told(desk)) == 1


async def test_what_telegram_fails_to_take_is_sent_again_and_once(desk: EditingDesk) -> None:
    await agree(desk)
    await publish_answer(desk, ANNA)
    desk.api.faults.order(method="sendMessage", chat=READER, code=500)
    await send_alerts(desk)
    assert told(desk) == []
    async with asyncio.timeout(20):
        while not told(desk):
            await send_alerts(desk)
            await asyncio.sleep(0.05)
    await send_alerts(desk)
    assert len(told(desk)) == 1


class Slow:
    """Takes a message and never says that it did, as a worker killed in the middle."""

    def __init__(self) -> None:
        self.taken: list[int] = []

    async def send(self, message: Message, *, late: bool, now: Any) -> SendOutcome:
        self.taken.append(message.chat_id)
        return Sent(message_id=1)


async def test_several_workers_send_it_once(desk: EditingDesk) -> None:
    for user in range(60, 72):
        await agree(desk, user)
    await publish_answer(desk, ANNA)
    await desk.refresh()
    database, now, sender = desk.followups.database, desk.followups.clock, Slow()
    workers = [build_answer_alerts(desk.settings, database, desk.engine, sender, now) for _ in range(3)]
    await asyncio.gather(*(alert_checker.step(now()) for alert_checker, _ in workers))

    async def work(number: int) -> None:
        for _ in range(3):
            async with asyncio.TaskGroup() as group:
                await workers[number][1].send_batch(group, asyncio.Event())

    await asyncio.gather(*(work(number) for number in range(3)))
    assert sorted(sender.taken) == list(range(60, 72))


async def test_a_dead_worker_is_taken_over_from_and_cannot_settle_any_more(desk: EditingDesk) -> None:
    await agree(desk)
    await publish_answer(desk, ANNA)
    desk.followups.clock.now = at("2027-05-01 23:30")
    await send_alerts(desk)
    desk.followups.clock.now = at("2027-05-02 09:00")
    now = desk.followups.clock()
    dying, other = (
        AnswerAlertOutbox(desk.followups.database, 0.2),
        AnswerAlertOutbox(desk.followups.database, 60),
    )
    (claim,) = await dying.claim(now, 5)
    assert await other.claim(now, 5) == []
    assert await dying.load_message(claim) is None, "too little is left of the lease: it is put back"
    (claim,) = await dying.claim(now, 5)
    await asyncio.sleep(0.3)
    (again,) = await other.claim(now, 5)
    await dying.mark_failed(claim, "late", now)
    message = await other.load_message(again)
    assert message is not None
    await other.mark_sent(again, message, 77, now)
    assert [(row.state, row.message_id) for row in await rows(desk)] == [("sent", 77)]


async def test_asked_for_anew_after_it_was_kept_it_is_kept_anew(desk: EditingDesk) -> None:
    await agree(desk)
    await publish_answer(desk, ANNA)
    await send_alerts(desk)
    await edit_place(desk, None)
    await agree(desk)
    assert [row.state for row in await rows(desk)] == ["waiting"]


async def test_only_a_refusal_is_promised_about(desk: EditingDesk) -> None:
    await desk.by(READER, KNOWN)
    shown = desk.to(READER)[-1]
    assert await desk.press_data("promise:1", shown, updates.user(READER)) == OLD_BUTTON
    store = StoredAnswerAlerts(desk.followups.database)
    assert not await store.add(READER, 424242, desk.followups.clock())
    assert await rows(desk) == []


@pytest.mark.parametrize("revision", [1, 2])
async def test_each_base_is_looked_at_once(desk: EditingDesk, revision: int) -> None:
    await agree(desk)
    store = StoredAnswerAlerts(desk.followups.database)
    (found,) = await store.unchecked(revision, 10)
    await store.record_check(revision, [found.id], {})
    assert await store.unchecked(revision, 10) == []
    assert len(await store.unchecked(revision + 1, 10)) == 1
