"""What is no longer vouched for: readers are warned after the day, editors a week before it."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from bot.replies.editing import gate as texts
from bot.replies.editing.expiry import HEAD
from bot.storage.followups.told_expiries import StoredToldExpiries
from bot.telegram.sending.expiry_reminders import ExpiryReminders
from bot.telegram.sending.sender import Sender
from knowledge.facts.dates import EdtfDate
from tests.editing.harness import ANNA, BORIS, OWNER, PLACE, STRANGER, EditingHarness, change
from tests.followups.harness import at

QUESTION = "Где пройдёт второй диалог?"


def reminders(harness: EditingHarness) -> ExpiryReminders:
    async def editors() -> tuple[int, ...]:
        return OWNER, ANNA, BORIS

    told, clock = StoredToldExpiries(harness.followups.database), harness.followups.clock
    zone = ZoneInfo("Europe/Moscow")
    return ExpiryReminders(Sender(harness.bot), harness.engine, told, editors, clock, zone)


async def test_readers_are_warned_after_it_and_editors_told_once_a_week_before(
    harness: EditingHarness,
) -> None:
    for user in (OWNER, ANNA, BORIS):
        await harness.write(user, "/start")
    dated = replace(PLACE, until=EdtfDate.parse("2027-05-20"))
    await harness.propose(ANNA, change(PLACE, dated))
    await harness.tap(ANNA, texts.PUBLISH)
    assert await reminders(harness).step() == 0
    harness.followups.clock.now = at("2027-05-14 12:00")
    assert await reminders(harness).step() == 1
    assert await reminders(harness).step() == 0
    assert harness.text_to(BORIS).startswith(HEAD)
    assert "Верно по 20 мая 2027 года." in harness.text_to(BORIS)
    assert "не знаю" not in await harness.write(STRANGER, QUESTION)
    harness.followups.clock.now = at("2027-05-21 12:00")
    assert "Сведения верны по 20 мая 2027 года" in await harness.write(STRANGER, QUESTION)
    await harness.tap(BORIS, "Исправить")
    assert "Что исправить?" in harness.text_to(BORIS)
