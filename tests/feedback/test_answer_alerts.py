"""Answer alerts: sent once, outside quiet hours, in spite of failures, restarts and several workers."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from sqlalchemy import select

from bot.demo.botapi import updates
from bot.followups.send_outcome import SendOutcome, Sent
from bot.records.outbox import Message
from bot.replies.answers import feedback as texts
from bot.replies.answers.notices import OLD_BUTTON
from bot.storage.followups.answer_alerts import StoredAnswerAlerts
from bot.storage.outbox.answer_alert_outbox import AnswerAlertOutbox
from bot.storage.tables import promises
from bot.wiring.background import build_answer_alerts
from tests.editing.harness import ANNA, EditingHarness
from tests.feedback.steps import KNOWN, OTHER, READER, UNKNOWN, edit_place, publish_answer, send_alerts
from tests.followups.harness import at

ALERT = "Теперь в базе есть ответ."


async def request_alert(harness: EditingHarness, user: int = READER, words: str = UNKNOWN) -> None:
    await harness.write(user, words)
    assert await harness.tap(user, texts.SET_ALERT) == texts.ALERT_SET


def alerts(harness: EditingHarness, user: int = READER) -> list[str]:
    return [one["text"] for one in harness.messages_to(user) if ALERT in one.get("text", "")]


async def rows(harness: EditingHarness) -> list[Any]:
    async with harness.followups.database.read() as connection:
        return list((await connection.execute(select(promises).order_by(promises.c.id))).all())


async def test_only_readers_who_asked_for_an_alert_get_one_and_once(harness: EditingHarness) -> None:
    await request_alert(harness)
    await harness.write(OTHER, UNKNOWN)
    assert "ждут ответа: 1" in await harness.write(ANNA, "/inbox")
    await send_alerts(harness)
    assert alerts(harness) == []
    await publish_answer(harness, ANNA)
    for _ in range(3):
        await send_alerts(harness)
    (said,) = alerts(harness)
    assert said.startswith(f"Вы спрашивали: «{UNKNOWN}»\n{ALERT}\n\nПекин.")
    assert alerts(harness, OTHER) == []
    assert [row.state for row in await rows(harness)] == ["sent"]
    assert await harness.tap(READER, texts.GOOD) == texts.LIKED, "it can be rated like any answer"


async def test_the_same_question_asked_twice_is_one_alert(harness: EditingHarness) -> None:
    await request_alert(harness)
    await request_alert(harness, words="где усядутся снова")
    await publish_answer(harness, ANNA)
    await send_alerts(harness)
    assert len(alerts(harness)) == 1


async def test_a_withdrawn_alert_is_not_sent(harness: EditingHarness) -> None:
    await request_alert(harness)
    assert texts.CANCEL_ALERT in harness.labels_to(READER)
    assert await harness.tap(READER, texts.CANCEL_ALERT) == texts.ALERT_CANCELLED
    assert texts.SET_ALERT in harness.labels_to(READER)
    await publish_answer(harness, ANNA)
    await send_alerts(harness)
    assert alerts(harness) == []


async def test_an_alert_waits_for_the_end_of_quiet_hours(harness: EditingHarness) -> None:
    await request_alert(harness)
    await publish_answer(harness, ANNA)
    harness.followups.clock.now = at("2027-05-01 23:30")
    await send_alerts(harness)
    assert alerts(harness) == []
    harness.followups.clock.now = at("2027-05-02 08:01")
    await send_alerts(harness)
    assert len(alerts(harness)) == 1


async def test_an_alert_waits_again_when_the_answer_is_retired_before_sending(
    harness: EditingHarness,
) -> None:
    await request_alert(harness)
    await publish_answer(harness, ANNA)
    harness.followups.clock.now = at("2027-05-01 23:30")
    await send_alerts(harness)
    await edit_place(harness, None)
    harness.followups.clock.now = at("2027-05-02 09:00")
    await send_alerts(harness)
    assert alerts(harness) == []
    assert [row.state for row in await rows(harness)] == ["waiting"]


async def test_a_blocked_chat_gets_the_alert_after_it_writes_again(harness: EditingHarness) -> None:
    await request_alert(harness)
    await publish_answer(harness, ANNA)
    harness.api.chats[READER]["blocked"] = True
    await send_alerts(harness)
    del harness.api.chats[READER]["blocked"]
    await send_alerts(harness)
    assert alerts(harness) == []
    await harness.read_reader(READER)
    await harness.write(READER, "спасибо")
    await send_alerts(harness)
    assert len(alerts(harness)) == 1


async def test_a_failed_send_is_retried_and_sent_once(harness: EditingHarness) -> None:
    await request_alert(harness)
    await publish_answer(harness, ANNA)
    harness.api.faults.order(method="sendMessage", chat=READER, code=500)
    await send_alerts(harness)
    assert alerts(harness) == []
    async with asyncio.timeout(20):
        while not alerts(harness):
            await send_alerts(harness)
            await asyncio.sleep(0.05)
    await send_alerts(harness)
    assert len(alerts(harness)) == 1


class RecordingSender:
    """Stores the chats of messages; every send succeeds."""

    def __init__(self) -> None:
        self.chat_ids: list[int] = []

    async def send(self, message: Message, *, late: bool, now: Any) -> SendOutcome:
        self.chat_ids.append(message.chat_id)
        return Sent(message_id=1)


async def test_concurrent_workers_send_each_alert_once(harness: EditingHarness) -> None:
    for user in range(60, 72):
        await request_alert(harness, user)
    await publish_answer(harness, ANNA)
    await harness.refresh()
    database, now, sender = harness.followups.database, harness.followups.clock, RecordingSender()
    workers = [build_answer_alerts(harness.settings, database, harness.engine, sender, now) for _ in range(3)]
    await asyncio.gather(*(alert_checker.step(now()) for alert_checker, _ in workers))

    async def work(number: int) -> None:
        for _ in range(3):
            async with asyncio.TaskGroup() as group:
                await workers[number][1].send_batch(group, asyncio.Event())

    await asyncio.gather(*(work(number) for number in range(3)))
    assert sorted(sender.chat_ids) == list(range(60, 72))


async def test_a_row_of_a_dead_worker_is_claimed_by_another_and_settled_once(harness: EditingHarness) -> None:
    await request_alert(harness)
    await publish_answer(harness, ANNA)
    harness.followups.clock.now = at("2027-05-01 23:30")
    await send_alerts(harness)
    harness.followups.clock.now = at("2027-05-02 09:00")
    now = harness.followups.clock()
    slow, other = (
        AnswerAlertOutbox(harness.followups.database, 0.2),
        AnswerAlertOutbox(harness.followups.database, 60),
    )
    (claim,) = await slow.claim(now, 5)
    assert await other.claim(now, 5) == []
    assert await slow.load_message(claim) is None, "too little of the lease is left: the row is put back"
    (claim,) = await slow.claim(now, 5)
    await asyncio.sleep(0.3)
    (again,) = await other.claim(now, 5)
    await slow.mark_failed(claim, "late", now)
    message = await other.load_message(again)
    assert message is not None
    await other.mark_sent(again, message, 77, now)
    assert [(row.state, row.message_id) for row in await rows(harness)] == [("sent", 77)]


async def test_an_alert_can_be_requested_again_after_it_was_sent(harness: EditingHarness) -> None:
    await request_alert(harness)
    await publish_answer(harness, ANNA)
    await send_alerts(harness)
    await edit_place(harness, None)
    await request_alert(harness)
    assert [row.state for row in await rows(harness)] == ["waiting"]


async def test_alerts_are_offered_for_refusals_only(harness: EditingHarness) -> None:
    await harness.write(READER, KNOWN)
    shown = harness.messages_to(READER)[-1]
    assert await harness.press_data("promise:1", shown, updates.user(READER)) == OLD_BUTTON
    store = StoredAnswerAlerts(harness.followups.database)
    assert not await store.add(READER, 424242, harness.followups.clock())
    assert await rows(harness) == []


@pytest.mark.parametrize("revision", [1, 2])
async def test_each_revision_is_checked_once(harness: EditingHarness, revision: int) -> None:
    await request_alert(harness)
    store = StoredAnswerAlerts(harness.followups.database)
    (found,) = await store.unchecked(revision, 10)
    await store.record_check(revision, [found.id], {})
    assert await store.unchecked(revision, 10) == []
    assert len(await store.unchecked(revision + 1, 10)) == 1
