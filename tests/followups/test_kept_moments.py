"""A reminder at a moment that its reader chose outlives all that plans reminders anew."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import time

import pytest

from bot.demo.botapi import updates
from bot.followups.typed_reminder import TypedReminder
from bot.records.outbox import ChatState
from bot.records.subscriptions import Target
from bot.replies.followups import cards, menus
from bot.storage.connection.database import Database
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Event, EventId
from knowledge.results import Duration
from tests.followups.bot_harness import CHAT, BotHarness
from tests.followups.harness import FollowUpsHarness, at, base

SECOND = EventId("dialogue-2")
Steps = Callable[[BotHarness], Awaitable[None]]


@pytest.fixture
async def bot(sqlite: Database) -> BotHarness:
    followups = FollowUpsHarness(sqlite, "2027-05-01 12:00")
    await followups.seed(base())
    return BotHarness(followups)


async def _number(bot: BotHarness, target: Target = Target.EVENT) -> int:
    found = await bot.followups.following.of_chat(CHAT)
    return next(one.id for one in found if one.target is target)


async def _card(bot: BotHarness, target: Target = Target.EVENT) -> None:
    await bot.send_text("/subscriptions")
    await bot.press_data(f"sub:{await _number(bot, target)}", bot.last)


async def pause_and_resume(bot: BotHarness) -> None:
    await _card(bot)
    await bot.press("Пауза")
    bot.followups.clock.advance(hours=1)
    await bot.press("Продолжить")


async def pause_for_long(bot: BotHarness) -> None:
    """Meanwhile the zone, the quiet hours and the date change, and what is old is deleted."""
    await _card(bot)
    await bot.press("Пауза")
    await bot.send_text("/timezone Омск")
    await bot.send_text("не беспокой меня с 23 до 7")
    await bot.followups.edit_event(when=EdtfDate.parse("2027-07-01"))
    await _card(bot)
    await bot.press("Продолжить")


async def block_and_write(bot: BotHarness) -> None:
    await bot.followups.chats.mark_unreachable(CHAT, ChatState.BLOCKED, bot.followups.clock())
    await bot.send_text("Где второй диалог?")


async def other_rule(bot: BotHarness) -> None:
    await _card(bot)
    for label in ("✓ За неделю", "18:00"):
        if label in bot.labels:
            await bot.press(label)


async def other_zone(bot: BotHarness) -> None:
    await bot.send_text("/timezone Омск")


async def other_quiet_hours(bot: BotHarness) -> None:
    await bot.send_text("не беспокой меня с 23 до 7")


async def follow_for_all_reminders(bot: BotHarness) -> None:
    await bot.press_data("follow:e:dialogue-2", bot.last)


async def move_the_event(bot: BotHarness) -> None:
    await bot.followups.edit_event(when=EdtfDate.parse("2027-07-01"))


@pytest.mark.parametrize(
    "steps",
    [
        pause_and_resume,
        pause_for_long,
        block_and_write,
        other_rule,
        other_zone,
        other_quiet_hours,
        follow_for_all_reminders,
        move_the_event,
    ],
)
async def test_a_chosen_moment_outlives(bot: BotHarness, steps: Steps) -> None:
    await bot.send_text("напомни завтра в 18:30 о втором диалоге")
    await steps(bot)
    bot.followups.clock.now = at("2027-05-01 20:00")
    await bot.send_due()
    bot.followups.clock.now = at("2027-05-02 18:29")
    await bot.send_due()
    before = len(bot.shown)
    bot.followups.clock.now = at("2027-05-02 18:30")
    await bot.send_due()
    assert [one["text"].splitlines()[0] for one in bot.shown[before:]] == ["Напоминание: Второй диалог"]


async def test_what_was_due_in_a_pause_is_not_sent_after_it(bot: BotHarness) -> None:
    await bot.send_text("напомни завтра в 18:30 о втором диалоге")
    await _card(bot)
    await bot.press("Пауза")
    bot.followups.clock.now = at("2027-05-03 12:00")
    await bot.send_due()
    await bot.press("Продолжить")
    before = len(bot.shown)
    await bot.send_due()
    assert len(bot.shown) == before


async def test_a_chosen_moment_can_be_removed_while_it_waits(bot: BotHarness) -> None:
    await bot.send_text("напомни завтра в 18:30 о втором диалоге")
    confirmed = bot.last
    await _card(bot)
    await bot.press("Пауза")
    await bot.press("Убрать", confirmed)
    await bot.press("Продолжить", bot.last)
    bot.followups.clock.now = at("2027-05-03 12:00")
    before = len(bot.shown)
    await bot.send_due()
    assert len(bot.shown) == before


async def test_a_migrated_group_keeps_its_chosen_moments(bot: BotHarness) -> None:
    group, admin = updates.group(-500), updates.user(70)
    bot.api.members[-500, 70] = "administrator"
    name = (await bot.bot.me()).username
    await bot.send_text(f"@{name} напомни завтра в 18:30 о втором диалоге", group, admin)
    await bot.followups.chats.mark_unreachable(-500, ChatState.KICKED, bot.followups.clock())
    await bot.followups.chats.migrate(-500, -1000500, bot.followups.clock())
    assert (await bot.followups.outbox.counts()).get("planned") == 1


async def test_what_was_chosen_under_a_chain_goes_with_the_event_that_is_followed(bot: BotHarness) -> None:
    await bot.followups.follow(CHAT, Target.CHAIN, "dialogue-2")
    chain = await _number(bot, Target.CHAIN)
    third = Event(
        id=EventId("dialogue-3"), title="Третий диалог", when=EdtfDate.parse("2027-09-10"), follows=SECOND
    )
    await bot.followups.publish(None, third)
    for typed in (TypedReminder(before=Duration(seconds=3 * 86_400), clock=time(9)),):
        await bot.followups.chosen_reminders.remind_before(CHAT, "private", third.id, typed, CHAT)
    await bot.followups.chosen_reminders.remind(CHAT, "private", third.id, at("2027-05-02 18:30"), CHAT)
    assert [one.target for one in await bot.followups.following.of_chat(CHAT)] == [Target.CHAIN]
    await bot.followups.follow(CHAT, Target.EVENT, third.id)
    await bot.followups.following.unfollow(CHAT, chain)
    (own,) = await bot.followups.following.of_chat(CHAT)
    coming = [one.reminder.at for one in await bot.followups.following.upcoming(own)]
    assert {at("2027-05-02 18:30"), at("2027-09-07 09:00")} <= set(coming)


@pytest.mark.parametrize("label", ["Убрать", "+1 день"])
async def test_a_reminder_that_is_gone_is_not_said_to_be_unfollowed(bot: BotHarness, label: str) -> None:
    await bot.send_text("напомни завтра в 18:30 о втором диалоге")
    confirmed = bot.last
    bot.followups.clock.now = at("2027-05-02 18:30")
    await bot.send_due()
    assert await bot.press(label, confirmed) == menus.NO_REMINDER
    await bot.followups.following.unfollow(CHAT, await _number(bot))
    assert await bot.press(label, confirmed) == menus.GONE


async def test_new_events_do_not_bring_back_one_that_was_unfollowed(bot: BotHarness) -> None:
    await bot.press_data("follow:e:dialogue-2", await _shown(bot))
    await bot.press("Не следить")
    await bot.press_data("follow:c:dialogue-2", bot.last)
    assert cards.KNOWN_ONES in bot.last_text
    assert "напоминания" not in bot.last_text
    before = len(bot.shown)
    for day in ("05-14", "06-07", "06-13", "06-14"):
        bot.followups.clock.now = at(f"2027-{day} 12:00")
        await bot.send_due()
    assert len(bot.shown) == before


@pytest.mark.parametrize("first", ["c", "e"])
async def test_not_to_follow_an_event_holds_against_its_chain(bot: BotHarness, first: str) -> None:
    second = {"c": "e", "e": "c"}[first]
    for letter in (first, second):
        await bot.press_data(f"follow:{letter}:dialogue-2", await _shown(bot))
    await bot.followups.following.unfollow(CHAT, await _number(bot))
    before = len(bot.shown)
    bot.followups.clock.now = at("2027-06-13 12:00")
    await bot.send_due()
    assert len(bot.shown) == before
    await bot.press_data("follow:e:dialogue-2", bot.last)
    bot.followups.clock.now = at("2027-06-14 10:00")
    await bot.send_due()
    assert bot.last_text.startswith("Напоминание: Второй диалог")


async def _shown(bot: BotHarness) -> dict[str, object]:
    await bot.send_text("/follow")
    return bot.last
