"""From a subscription to messages: reminders at their time, changes of events, pauses, snoozes."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest
from sqlalchemy import select

from bot.followups.chosen_reminders import TooManyRemindersError
from bot.followups.reminder_rule import ReminderRule
from bot.followups.typed_reminder import TypedReminder
from bot.records.outbox import MessageKind
from bot.records.subscriptions import Target
from bot.replies.followups.messages import render
from bot.storage.connection.database import Database
from bot.storage.tables import told
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Event, EventId, FactId
from knowledge.results import Duration
from tests.followups.harness import FollowUpsHarness, at, base


@pytest.fixture
async def followups(database: Database) -> FollowUpsHarness:
    followups = FollowUpsHarness(database, "2027-05-01 12:00")
    await followups.seed(base())
    return followups


async def test_each_reminder_is_sent_once_at_its_time(followups: FollowUpsHarness) -> None:
    await followups.follow()
    assert await followups.plan_and_send() == []
    assert await followups.advance_to("2027-05-14 09:59") == []
    assert await followups.advance_to("2027-05-14 10:00") == ["1 month dialogue-2"]
    assert await followups.advance_to("2027-05-14 10:00") == []
    assert await followups.advance_to("2027-06-07 10:01") == ["1 week dialogue-2"]
    assert await followups.advance_to("2027-06-13 10:00") == ["1 day dialogue-2"]
    assert await followups.advance_to("2027-06-14 10:00") == ["1 same dialogue-2"]
    assert await followups.advance_to("2027-07-14 10:00") == []
    assert followups.telegram.late == [False] * 4


async def test_only_the_next_48_hours_are_in_the_outbox(followups: FollowUpsHarness) -> None:
    await followups.follow()
    await followups.planner.step(followups.clock())
    assert await followups.outbox.counts() == {}
    followups.clock.now = at("2027-05-12 11:00")
    await followups.planner.step(followups.clock())
    assert await followups.outbox.counts() == {"planned": 1}


async def test_a_subscription_within_the_horizon_is_reminded_too(followups: FollowUpsHarness) -> None:
    await followups.follow(1)
    await followups.advance_to("2027-06-12 12:00")
    await followups.follow(2)
    assert sorted(await followups.advance_to("2027-06-13 10:00")) == ["1 day dialogue-2", "2 day dialogue-2"]


async def test_what_fell_due_before_the_subscription_is_never_sent(followups: FollowUpsHarness) -> None:
    followups.clock.now = at("2027-06-13 10:00")
    await followups.plan_and_send()
    followups.clock.advance(minutes=1)
    await followups.follow()
    assert await followups.plan_and_send() == []
    assert await followups.advance_to("2027-06-14 10:00") == ["1 same dialogue-2"]


async def test_what_fell_due_during_downtime_is_sent_late_and_says_so(
    followups: FollowUpsHarness,
) -> None:
    await followups.follow()
    await followups.plan_and_send()
    followups.restart()
    assert await followups.advance_to("2027-06-13 15:00") == ["1 day dialogue-2"]
    assert followups.telegram.late == [True]


async def test_after_the_event_one_message_says_that_it_passed(followups: FollowUpsHarness) -> None:
    await followups.follow()
    await followups.advance_to("2027-06-12 12:00")
    count = len(followups.telegram.messages)
    followups.restart()
    await followups.send_due()
    assert await followups.advance_to("2027-06-15 00:00") == ["1 passed dialogue-2"]
    assert await followups.advance_to("2027-06-16 00:00") == []
    assert len(followups.telegram.messages) == count + 1


async def test_sending_before_planning_does_not_remind_of_a_passed_event(
    followups: FollowUpsHarness,
) -> None:
    await followups.follow()
    await followups.advance_to("2027-06-13 09:00")
    count = len(followups.telegram.messages)
    followups.clock.now = at("2027-06-15 09:00")
    await followups.send_due()
    assert followups.telegram.sent_lines[count:] == []
    assert await followups.plan_and_send() == ["1 passed dialogue-2"]


async def test_a_moved_event_sends_the_difference_and_drops_old_reminders(
    followups: FollowUpsHarness,
) -> None:
    await followups.follow()
    await followups.advance_to("2027-06-12 12:00")
    await followups.edit_event(when=EdtfDate.parse("2027-06-20"))
    assert await followups.plan_and_send() == ["1 changed dialogue-2"]
    message = followups.telegram.messages[-1]
    assert (message.before or {})["when"] == "2027-06-14"
    assert (message.after or {})["when"] == "2027-06-20"
    assert await followups.advance_to("2027-06-13 10:00") == ["1 week dialogue-2"]
    assert await followups.advance_to("2027-06-14 10:00") == []
    assert await followups.advance_to("2027-06-20 10:00") == ["1 same dialogue-2"]


async def test_a_row_of_the_old_date_is_never_sent_even_before_the_planner_runs(
    followups: FollowUpsHarness,
) -> None:
    await followups.follow()
    await followups.advance_to("2027-06-12 12:00")
    count = len(followups.telegram.messages)
    await followups.edit_event(when=EdtfDate.parse("2027-08-20"))
    followups.clock.now = at("2027-06-13 10:00")
    await followups.send_due()
    assert followups.telegram.sent_lines[count:] == []


async def test_a_date_made_exact_adds_the_exact_reminders(followups: FollowUpsHarness) -> None:
    await followups.edit_event(when=EdtfDate.parse("2027-06"))
    subscription = await followups.follow()
    assert [c.reminder.what for c in await followups.following.upcoming(subscription)] == [MessageKind.SAME]
    assert await followups.advance_to("2027-05-20 12:00") == []
    await followups.edit_event(when=EdtfDate.parse("2027-06-14"))
    assert await followups.plan_and_send() == ["1 changed dialogue-2"]
    coming = await followups.following.upcoming(subscription)
    assert [c.reminder.what for c in coming] == [MessageKind.WEEK, MessageKind.DAY, MessageKind.SAME]


async def test_a_cancelled_event_is_announced_once_and_has_no_reminders(followups: FollowUpsHarness) -> None:
    await followups.follow()
    await followups.advance_to("2027-06-12 12:00")
    await followups.edit_event(cancelled=True)
    assert await followups.plan_and_send() == ["1 changed dialogue-2"]
    assert await followups.advance_to("2027-06-14 11:00") == []


async def test_two_unsent_changes_become_one_message_with_the_whole_difference(
    followups: FollowUpsHarness,
) -> None:
    await followups.follow()
    followups.clock.advance(hours=1)
    await followups.edit_event(when=EdtfDate.parse("2027-07-01"))
    await followups.planner.step(followups.clock())
    followups.clock.advance(minutes=1)
    await followups.edit_event(where="Шанхай")
    assert await followups.plan_and_send() == ["1 changed dialogue-2"]
    before, after = followups.telegram.messages[-1].before or {}, followups.telegram.messages[-1].after or {}
    assert (before["when"], before["where"]) == ("2027-06-14", "Пекин")
    assert (after["when"], after["where"]) == ("2027-07-01", "Шанхай")


async def test_each_change_is_compared_with_what_the_follower_was_told_last(
    followups: FollowUpsHarness,
) -> None:
    await followups.follow()
    for place in ("Шанхай", "Харбин"):
        followups.clock.advance(hours=1)
        await followups.edit_event(where=place)
        await followups.plan_and_send()
    places = [
        ((one.before or {})["where"], (one.after or {})["where"]) for one in followups.telegram.messages
    ]
    assert places == [("Пекин", "Шанхай"), ("Шанхай", "Харбин")]


async def test_a_change_of_the_place_alone_keeps_the_reminders(followups: FollowUpsHarness) -> None:
    await followups.follow()
    await followups.advance_to("2027-06-12 12:00")
    await followups.edit_event(where="Шанхай")
    assert await followups.plan_and_send() == ["1 changed dialogue-2"]
    assert await followups.advance_to("2027-06-13 10:00") == ["1 day dialogue-2"]


async def test_a_change_waits_for_the_end_of_quiet_hours(followups: FollowUpsHarness) -> None:
    await followups.follow()
    followups.clock.now = at("2027-06-01 23:30")
    await followups.plan_and_send()
    await followups.edit_event(where="Шанхай")
    assert await followups.plan_and_send() == []
    assert await followups.advance_to("2027-06-02 08:00") == ["1 changed dialogue-2"]


def third() -> Event:
    """One more event of the chain."""
    return Event(
        id=EventId("dialogue-3"),
        title="Третий диалог",
        when=EdtfDate.parse("2027-12-10"),
        follows=EventId("dialogue-2"),
    )


async def test_a_chain_subscription_covers_events_added_later(followups: FollowUpsHarness) -> None:
    await followups.follow(1, Target.CHAIN, "dialogue-2")
    await followups.advance_to("2027-06-15 12:00")
    before = followups.telegram.messages[:]
    await followups.publish(None, third())
    assert await followups.plan_and_send() == ["1 changed dialogue-3"]
    assert followups.telegram.messages[len(before)].before is None
    assert await followups.advance_to("2027-12-03 10:00") == ["1 week dialogue-3"]


@pytest.mark.parametrize("order", [(Target.EVENT, Target.CHAIN), (Target.CHAIN, Target.EVENT)])
async def test_following_an_event_and_its_chain_within_the_horizon_sends_one_reminder(
    followups: FollowUpsHarness, order: tuple[Target, Target]
) -> None:
    await followups.advance_to("2027-06-12 12:00")
    for target in order:
        await followups.follow(1, target, "dialogue-2")
    assert (await followups.outbox.counts())["planned"] == 2
    assert await followups.advance_to("2027-06-13 10:00") == ["1 day dialogue-2"]


async def test_an_event_followed_twice_over_its_chain_is_sent_once(followups: FollowUpsHarness) -> None:
    await followups.follow(1, Target.CHAIN, "dialogue-1")
    await followups.advance_to("2027-06-12 12:00")
    await followups.follow(1)
    assert await followups.advance_to("2027-06-13 10:00") == ["1 day dialogue-2"]
    await followups.edit_event(where="Шанхай")
    assert await followups.plan_and_send() == ["1 changed dialogue-2"]


async def test_a_chain_continues_when_an_earlier_first_event_is_added(
    followups: FollowUpsHarness,
) -> None:
    await followups.follow(1, Target.CHAIN, "dialogue-2")
    zero = Event(id=EventId("dialogue-0"), title="Встреча", when=EdtfDate.parse("2015-09-25"))
    await followups.publish(None, zero)
    await followups.edit_event("dialogue-1", follows=EventId("dialogue-0"))
    await followups.publish(None, third())
    await followups.plan_and_send()
    assert [s.target_id for s in await followups.following.of_chat(1)] == ["dialogue-0"]
    assert await followups.advance_to("2027-12-09 10:00") == ["1 day dialogue-3"]


async def test_a_corrected_fact_is_sent_to_its_followers(followups: FollowUpsHarness) -> None:
    await followups.follow(1, Target.FACT, "place")
    followups.clock.advance(minutes=1)
    fact = base().fact_by_id[FactId("place")]
    await followups.publish(fact, replace(fact, says="Второй диалог — в Шанхае."))
    assert await followups.plan_and_send() == ["1 changed place"]
    assert (followups.telegram.messages[0].before or {})["says"] == fact.says
    await followups.publish(replace(fact, says="Второй диалог — в Шанхае."), None)
    assert await followups.plan_and_send() == ["1 changed place"]
    assert followups.telegram.messages[1].after is None


async def test_after_a_pause_only_future_reminders_are_sent(
    followups: FollowUpsHarness,
) -> None:
    subscription = await followups.follow()
    await followups.advance_to("2027-06-12 12:00")
    await followups.following.set_paused(1, subscription.id, paused=True)
    assert await followups.advance_to("2027-06-13 10:00") == []
    await followups.following.set_paused(1, subscription.id, paused=False)
    assert await followups.plan_and_send() == []
    assert await followups.advance_to("2027-06-14 10:00") == ["1 same dialogue-2"]


async def test_pausing_and_resuming_within_the_horizon_loses_nothing(followups: FollowUpsHarness) -> None:
    subscription = await followups.follow()
    await followups.advance_to("2027-06-12 12:00")
    for paused in (True, False):
        await followups.following.set_paused(1, subscription.id, paused=paused)
    assert await followups.advance_to("2027-06-13 10:00") == ["1 day dialogue-2"]


async def test_a_new_rule_applies_from_now_on(followups: FollowUpsHarness) -> None:
    subscription = await followups.follow()
    await followups.advance_to("2027-06-12 12:00")
    await followups.following.set_rule(1, subscription.id, ReminderRule.parse("day@18:00"))
    assert await followups.advance_to("2027-06-13 10:00") == []
    assert await followups.advance_to("2027-06-13 18:00") == ["1 day dialogue-2"]
    assert await followups.advance_to("2027-06-14 18:00") == []


async def test_a_new_zone_moves_all_reminders_of_the_chat(followups: FollowUpsHarness) -> None:
    await followups.follow()
    await followups.advance_to("2027-06-12 12:00")
    await followups.following.set_zone(1, "private", "Asia/Vladivostok")
    assert await followups.advance_to("2027-06-13 03:00") == ["1 day dialogue-2"]
    assert await followups.advance_to("2027-06-13 10:00") == []


async def test_after_unfollowing_nothing_is_sent(followups: FollowUpsHarness) -> None:
    subscription = await followups.follow()
    await followups.advance_to("2027-06-12 12:00")
    assert not await followups.following.unfollow(2, subscription.id), "not this chat's subscription"
    await followups.edit_event(where="Шанхай")
    assert await followups.plan_and_send() == ["1 changed dialogue-2"]
    assert await followups.following.unfollow(1, subscription.id)
    assert await followups.outbox.counts() == {}
    async with followups.database.read() as connection:
        assert (await connection.execute(select(told))).all() == []
    assert await followups.advance_to("2027-06-13 10:00") == []


async def test_a_snoozed_reminder_is_sent_again_outside_quiet_hours(followups: FollowUpsHarness) -> None:
    await followups.follow()
    await followups.advance_to("2027-06-07 10:00")
    row = followups.telegram.messages[-1].id
    assert await followups.chosen_reminders.snooze(2, row, timedelta(hours=1)) is None
    assert await followups.chosen_reminders.snooze(1, row, timedelta(hours=1)) == at("2027-06-07 11:00")
    assert await followups.chosen_reminders.snooze(1, row, timedelta(hours=13)) == at("2027-06-08 08:00")
    assert await followups.advance_to("2027-06-07 12:00") == []
    assert await followups.advance_to("2027-06-08 08:00") == ["1 snoozed dialogue-2"]
    assert await followups.advance_to("2027-06-08 09:00") == []


async def snooze_by_a_day(followups: FollowUpsHarness) -> None:
    """The reminder of a week before is to come again on 8 June at 10:00."""
    await followups.follow()
    await followups.advance_to("2027-06-07 10:00")
    await followups.chosen_reminders.snooze(1, followups.telegram.messages[-1].id, timedelta(days=1))


@pytest.mark.parametrize("moves", [("2027-09-01",), ("2027-09-01", "2027-06-14"), ("2027-06-10",), (None,)])
async def test_a_snoozed_reminder_stands_when_the_date_changes(
    followups: FollowUpsHarness, moves: tuple[str | None, ...]
) -> None:
    await snooze_by_a_day(followups)
    followups.clock.now = at("2027-06-07 23:00")
    for when in moves:
        await followups.edit_event(when=None if when is None else EdtfDate.parse(when))
        await followups.plan_and_send()
    sent = await followups.advance_to("2027-06-08 10:00")
    assert [line for line in sent if "snoozed" in line or "day" in line] == ["1 snoozed dialogue-2"]


async def test_a_chosen_moment_after_the_new_date_is_told_and_dropped(followups: FollowUpsHarness) -> None:
    await snooze_by_a_day(followups)
    await followups.edit_event(when=EdtfDate.parse("2027-06-07"))
    await followups.advance_to("2027-06-07 10:10")
    change = followups.telegram.messages[-1]
    assert (change.what, change.chosen) == (MessageKind.CHANGED, (at("2027-06-08 10:00"),))
    reply = render(change, late=False, now=followups.clock())
    assert reply is not None
    assert "Напоминание 8 июня 2027 года, 10:00, снято: к этому времени событие уже пройдёт." in reply.plain
    assert await followups.advance_to("2027-06-08 10:00") == []
    assert await followups.advance_to("2027-06-08 11:00") == []


async def test_a_chosen_moment_of_a_cancelled_event_is_dropped(followups: FollowUpsHarness) -> None:
    await snooze_by_a_day(followups)
    await followups.edit_event(cancelled=True)
    assert await followups.advance_to("2027-06-08 10:00") == ["1 changed dialogue-2"]


async def test_a_reminder_of_an_event_that_is_over_by_then_is_not_snoozed(
    followups: FollowUpsHarness,
) -> None:
    await followups.follow()
    await followups.advance_to("2027-06-14 10:00")
    last = followups.telegram.messages[-1].id
    assert await followups.chosen_reminders.snooze(1, last, timedelta(days=1)) is None
    assert await followups.chosen_reminders.snooze(1, last, timedelta(hours=1)) == at("2027-06-14 11:00")


async def test_overdue_reminders_of_an_event_are_one_message(followups: FollowUpsHarness) -> None:
    await followups.follow()
    await followups.advance_to("2027-05-12 12:00")
    await followups.planner.step(at("2027-06-05 12:00"))
    await followups.planner.step(at("2027-06-12 12:00"))
    followups.clock.now = at("2027-06-13 12:00")
    await followups.plan_and_send()
    assert followups.telegram.sent_lines == ["1 day dialogue-2"]
    reply = render(followups.telegram.messages[-1], late=True, now=followups.clock())
    assert reply is not None
    assert "Остался 1 день." in reply.plain
    assert await followups.advance_to("2027-06-14 10:00") == ["1 same dialogue-2"]


async def test_a_chosen_moment_missed_by_downtime_is_told_once_the_event_is_over(
    followups: FollowUpsHarness,
) -> None:
    await snooze_by_a_day(followups)
    await followups.planner.step(at("2027-06-12 12:00"))
    followups.clock.now = at("2027-06-15 09:00")
    assert await followups.plan_and_send() == ["1 passed dialogue-2"]
    reply = render(followups.telegram.messages[-1], late=True, now=followups.clock())
    assert reply is not None
    assert reply.plain == "Второй диалог: было намечено на вчера. Последнее напоминание опоздало, простите."


async def test_following_twice_makes_one_subscription(followups: FollowUpsHarness) -> None:
    assert (await followups.follow()).id == (await followups.follow()).id
    await followups.plan_and_send()
    assert len(await followups.following.of_chat(1)) == 1


async def test_a_change_reverted_before_sending_has_equal_before_and_after(
    followups: FollowUpsHarness,
) -> None:
    await followups.follow()
    followups.clock.advance(minutes=1)
    await followups.edit_event(where="Шанхай")
    await followups.edit_event(where="Пекин")
    await followups.plan_and_send()
    assert followups.telegram.messages[0].before == followups.telegram.messages[0].after


async def test_a_resumed_subscription_tells_of_the_move_meanwhile(followups: FollowUpsHarness) -> None:
    subscription = await followups.follow(1)
    await followups.following.set_paused(1, subscription.id, paused=True)
    await followups.edit_event(when=EdtfDate.parse("2027-07-01"))
    assert await followups.plan_and_send() == []
    await followups.following.set_paused(1, subscription.id, paused=False)
    assert await followups.plan_and_send() == ["1 changed dialogue-2"]
    assert await followups.plan_and_send() == []


async def test_a_resumed_subscription_is_silent_where_the_move_was_undone(
    followups: FollowUpsHarness,
) -> None:
    subscription = await followups.follow(1)
    await followups.following.set_paused(1, subscription.id, paused=True)
    await followups.edit_event(when=EdtfDate.parse("2027-07-01"))
    await followups.edit_event(when=EdtfDate.parse("2027-06-14"))
    await followups.following.set_paused(1, subscription.id, paused=False)
    await followups.plan_and_send()
    assert [(one.before, one.after) for one in followups.telegram.messages if one.before != one.after] == []


async def test_a_typed_reminder_is_planned_anew_when_the_event_moves(followups: FollowUpsHarness) -> None:
    await followups.follow()
    typed = TypedReminder(before=Duration(seconds=3 * 86_400), clock=time(9), zone="Asia/Vladivostok")
    for one in (typed, TypedReminder(before=Duration(seconds=604_800)), typed):
        made = await followups.chosen_reminders.remind_before(1, "private", "dialogue-2", one, by=1)
        assert made is not None
    await followups.following.set_zone(1, "private", "Europe/Kaliningrad")
    (found,) = await followups.following.of_chat(1)
    assert found.schedule.rule == "month,week,day,same,3d/09:00+Asia/Vladivostok@10:00"
    await followups.edit_event(when=EdtfDate.parse("2027-07-14"))
    await followups.advance_to("2027-06-11 12:00")
    assert "1 before dialogue-2" not in followups.telegram.sent_lines
    assert await followups.advance_to("2027-07-11 02:01") == ["1 before dialogue-2"]
    assert await followups.advance_to("2027-07-11 12:00") == []


async def test_a_rule_holds_as_many_reminders_as_its_column(followups: FollowUpsHarness) -> None:
    """Also on PostgreSQL, which enforces the length."""

    async def add(days: int) -> None:
        typed = TypedReminder(before=Duration(seconds=days * 86_400), clock=time(9))
        await followups.chosen_reminders.remind_before(1, "private", "dialogue-2", typed, by=1)

    for days in range(10, 35):
        await add(days)
    with pytest.raises(TooManyRemindersError):
        await add(37)
    (found,) = await followups.following.of_chat(1)
    assert 240 < len(found.schedule.rule) <= 255
