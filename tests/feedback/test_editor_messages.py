"""Reports and digests to editors: at once, once a day or never; each once, in spite of restarts."""

from __future__ import annotations

import asyncio

from aiogram import Bot

from bot.replies.answers import feedback
from bot.replies.editing import editor_messages as texts
from bot.wiring.background import build_editor_messages
from tests.botapi.direct import DirectSession
from tests.editing.harness import ANNA, BORIS, OWNER, EditingHarness
from tests.feedback.steps import KNOWN, OTHER, READER, UNKNOWN, publish_answer
from tests.followups.harness import at

REPORT = "Это не так."


async def run_worker(harness: EditingHarness) -> None:
    """Do what the background worker does: plan, then send what is due."""
    bot = Bot(harness.api.token, session=DirectSession(harness.api))
    now = harness.followups.clock
    planner, sender = build_editor_messages(harness.settings, harness.followups.database, bot, now)
    await planner.step(now())
    while True:
        async with asyncio.TaskGroup() as group:
            claimed = await sender.send_batch(group, asyncio.Event())
        if not claimed:
            return


async def report(harness: EditingHarness, user: int = READER) -> None:
    await harness.write(user, KNOWN)
    await harness.tap(user, feedback.REPORT)
    await harness.write(user, REPORT)


def told(harness: EditingHarness, user: int, words: str) -> list[str]:
    return [one["text"] for one in harness.messages_to(user) if words in one.get("text", "")]


async def meet(harness: EditingHarness) -> None:
    """The bot can write to the editors only once they have written to it."""
    for user in (OWNER, ANNA, BORIS):
        await harness.write(user, "/notices")


async def test_a_report_is_told_at_once_and_once_to_those_who_want_it(harness: EditingHarness) -> None:
    await meet(harness)
    await harness.tap(BORIS, "Никогда")
    await report(harness)
    for _ in range(2):
        await run_worker(harness)
        harness.restart()
    (said,) = told(harness, ANNA, REPORT)
    assert said == f"Читатель сообщил об ошибке\nВопрос: «{KNOWN}»\nСообщение: {REPORT}"
    assert len(told(harness, OWNER, REPORT)) == 1
    assert not told(harness, BORIS, REPORT)
    assert await harness.tap(ANNA, "Посмотреть") is None
    assert f"«{KNOWN}»\nсообщений об ошибке: 1" in harness.text_to(ANNA)


async def test_the_digest_comes_once_a_day_with_what_happened(harness: EditingHarness) -> None:
    await meet(harness)
    await harness.tap(ANNA, "В сводке")
    assert "✓ 9:00" in harness.labels_to(ANNA)
    harness.followups.clock.advance(minutes=1)
    await harness.write(OTHER, UNKNOWN)
    await report(harness)
    await publish_answer(harness, BORIS)
    await run_worker(harness)
    assert not told(harness, ANNA, "Сводка за день"), "not before its hour"
    harness.followups.clock.now = at("2027-05-02 09:05")
    for _ in range(2):
        await run_worker(harness)
        harness.restart()
    (said,) = told(harness, ANNA, "Сводка за день")
    assert "Вопросов без ответа: 1, с уточнением: 0." in said
    assert f"Сообщения об ошибках: 1\n• {REPORT}" in said
    assert f"Опубликовано: 1\n• ± сведение «Второй диалог пройдёт в Пекине» — Читатель 12: {UNKNOWN}" in said
    assert not told(harness, ANNA, "Читатель сообщил об ошибке")
    harness.followups.clock.now = at("2027-05-03 09:05")
    await run_worker(harness)
    assert len(told(harness, ANNA, "Сводка за день")) == 1, "a quiet day has none"


async def test_digests_missed_while_the_bot_was_down_are_one(sqlite_harness: EditingHarness) -> None:
    await meet(sqlite_harness)
    await sqlite_harness.tap(ANNA, "12:00")
    sqlite_harness.followups.clock.now = at("2027-05-02 13:00")
    await sqlite_harness.write(OTHER, UNKNOWN)
    sqlite_harness.followups.clock.now = at("2027-05-05 13:00")
    await run_worker(sqlite_harness)
    (said,) = told(sqlite_harness, ANNA, "Сводка за день")
    assert "Вопросов без ответа: 1" in said


async def test_who_lost_the_role_is_told_nothing(sqlite_harness: EditingHarness) -> None:
    await meet(sqlite_harness)
    owner = await sqlite_harness.person(OWNER)
    await report(sqlite_harness)
    await sqlite_harness.editing.staff.take(owner, ANNA)
    await run_worker(sqlite_harness)
    assert not told(sqlite_harness, ANNA, REPORT)


async def test_without_a_digest_reports_come_at_once_again(sqlite_harness: EditingHarness) -> None:
    await meet(sqlite_harness)
    await sqlite_harness.tap(ANNA, "В сводке")
    await sqlite_harness.tap(ANNA, "Без сводки")
    assert "✓ Сразу" in sqlite_harness.labels_to(ANNA)
    assert texts.SETTINGS in sqlite_harness.text_to(ANNA)
