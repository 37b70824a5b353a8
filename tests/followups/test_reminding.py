"""From a subscription to the message: what comes, when, once, and what comes of changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.followups.reminder_rule import ReminderRule
from bot.records.outbox import MessageKind
from bot.records.subscriptions import Target
from bot.storage.database import Database
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Event, EventId, FactId
from tests.followups.world import World, at, base


@pytest.fixture
async def world(database: Database) -> World:
    world = World(database, "2027-05-01 12:00")
    await world.seed(base())
    return world


async def test_each_reminder_comes_at_its_time_and_once(world: World) -> None:
    await world.follow()
    assert await world.work() == []
    assert await world.go("2027-05-14 09:59") == []
    assert await world.go("2027-05-14 10:00") == ["1 month dialogue-2"]
    assert await world.go("2027-05-14 10:00") == []
    assert await world.go("2027-06-07 10:01") == ["1 week dialogue-2"]
    assert await world.go("2027-06-13 10:00") == ["1 day dialogue-2"]
    assert await world.go("2027-06-14 10:00") == ["1 same dialogue-2"]
    assert await world.go("2027-07-14 10:00") == []
    assert world.telegram.late == [False] * 4


async def test_only_the_next_48_hours_are_in_the_outbox(world: World) -> None:
    await world.follow()
    await world.planner.step(world.clock())
    assert await world.outbox.counts() == {}
    world.clock.now = at("2027-05-12 11:00")
    await world.planner.step(world.clock())
    assert await world.outbox.counts() == {"planned": 1}


async def test_who_follows_within_the_horizon_is_reminded_too(world: World) -> None:
    await world.follow(1)
    await world.go("2027-06-12 12:00")
    await world.follow(2)
    assert sorted(await world.go("2027-06-13 10:00")) == ["1 day dialogue-2", "2 day dialogue-2"]


async def test_what_fell_due_before_the_subscription_never_comes(world: World) -> None:
    world.clock.now = at("2027-06-13 10:00")
    await world.work()
    world.clock.step(minutes=1)
    await world.follow()
    assert await world.work() == []
    assert await world.go("2027-06-14 10:00") == ["1 same dialogue-2"]


async def test_what_came_due_while_the_bot_was_down_comes_late_and_says_so(world: World) -> None:
    await world.follow()
    await world.work()
    world.restart()
    assert await world.go("2027-06-13 15:00") == [
        "1 month dialogue-2",
        "1 week dialogue-2",
        "1 day dialogue-2",
    ]
    assert world.telegram.late == [True] * 3


async def test_after_the_event_one_message_says_that_it_has_passed(world: World) -> None:
    await world.follow()
    await world.go("2027-06-12 12:00")
    count = len(world.telegram.got)
    world.restart()
    await world.deliver()
    assert await world.go("2027-06-15 00:00") == ["1 passed dialogue-2"]
    assert await world.go("2027-06-16 00:00") == []
    assert len(world.telegram.got) == count + 1


async def test_a_courier_quicker_than_the_planner_does_not_remind_of_what_has_passed(world: World) -> None:
    await world.follow()
    await world.go("2027-06-13 09:00")
    count = len(world.telegram.got)
    world.clock.now = at("2027-06-15 09:00")
    await world.deliver()
    assert world.telegram.said[count:] == []
    assert await world.work() == ["1 passed dialogue-2"]


async def test_a_moved_event_tells_the_difference_and_drops_the_old_date(world: World) -> None:
    await world.follow()
    await world.go("2027-06-12 12:00")
    await world.edit(when=EdtfDate.parse("2027-06-20"))
    assert await world.work() == ["1 changed dialogue-2"]
    message = world.telegram.got[-1]
    assert (message.before or {})["when"] == "2027-06-14"
    assert (message.after or {})["when"] == "2027-06-20"
    assert await world.go("2027-06-13 10:00") == ["1 week dialogue-2"]
    assert await world.go("2027-06-14 10:00") == []
    assert await world.go("2027-06-20 10:00") == ["1 day dialogue-2", "1 same dialogue-2"]


async def test_a_row_of_the_old_date_is_never_sent_even_before_the_planner_has_seen_the_change(
    world: World,
) -> None:
    await world.follow()
    await world.go("2027-06-12 12:00")
    count = len(world.telegram.got)
    await world.edit(when=EdtfDate.parse("2027-08-20"))
    world.clock.now = at("2027-06-13 10:00")
    await world.deliver()
    assert world.telegram.said[count:] == []


async def test_an_exact_day_given_makes_the_exact_reminders(world: World) -> None:
    await world.edit(when=EdtfDate.parse("2027-06"))
    subscription = await world.follow()
    assert [c.reminder.what for c in await world.following.upcoming(subscription)] == [MessageKind.SAME]
    assert await world.go("2027-05-20 12:00") == []
    await world.edit(when=EdtfDate.parse("2027-06-14"))
    assert await world.work() == ["1 changed dialogue-2"]
    coming = await world.following.upcoming(subscription)
    assert [c.reminder.what for c in coming] == [MessageKind.WEEK, MessageKind.DAY, MessageKind.SAME]


async def test_a_cancelled_event_is_said_once_and_reminds_no_more(world: World) -> None:
    await world.follow()
    await world.go("2027-06-12 12:00")
    await world.edit(cancelled=True)
    assert await world.work() == ["1 changed dialogue-2"]
    assert await world.go("2027-06-14 11:00") == []


async def test_two_changes_before_delivery_are_one_message_with_the_whole_difference(world: World) -> None:
    await world.follow()
    world.clock.step(hours=1)
    await world.edit(when=EdtfDate.parse("2027-07-01"))
    await world.planner.step(world.clock())
    world.clock.step(minutes=1)
    await world.edit(where="Шанхай")
    assert await world.work() == ["1 changed dialogue-2"]
    before, after = world.telegram.got[-1].before or {}, world.telegram.got[-1].after or {}
    assert (before["when"], before["where"]) == ("2027-06-14", "Пекин")
    assert (after["when"], after["where"]) == ("2027-07-01", "Шанхай")


async def test_a_change_of_the_place_alone_keeps_the_reminders(world: World) -> None:
    await world.follow()
    await world.go("2027-06-12 12:00")
    await world.edit(where="Шанхай")
    assert await world.work() == ["1 changed dialogue-2"]
    assert await world.go("2027-06-13 10:00") == ["1 day dialogue-2"]


async def test_news_waits_for_the_end_of_the_quiet_hours(world: World) -> None:
    await world.follow()
    world.clock.now = at("2027-06-01 23:30")
    await world.work()
    await world.edit(where="Шанхай")
    assert await world.work() == []
    assert await world.go("2027-06-02 08:00") == ["1 changed dialogue-2"]


async def test_a_chain_tells_of_an_event_that_was_not_yet_in_the_base(world: World) -> None:
    await world.follow(1, Target.CHAIN, "dialogue-2")
    await world.go("2027-06-15 12:00")
    before = world.telegram.got[:]
    third = Event(
        id=EventId("dialogue-3"),
        title="Третий диалог",
        when=EdtfDate.parse("2027-12-10"),
        follows=EventId("dialogue-2"),
    )
    await world.publish(None, third)
    assert await world.work() == ["1 changed dialogue-3"]
    assert world.telegram.got[len(before)].before is None
    assert await world.go("2027-12-03 10:00") == ["1 month dialogue-3", "1 week dialogue-3"]


async def test_who_follows_the_event_and_its_chain_hears_once(world: World) -> None:
    await world.follow(1, Target.CHAIN, "dialogue-1")
    await world.go("2027-06-12 12:00")
    await world.follow(1)
    assert await world.go("2027-06-13 10:00") == ["1 day dialogue-2"]
    await world.edit(where="Шанхай")
    assert await world.work() == ["1 changed dialogue-2"]


async def test_a_chain_whose_first_event_was_found_to_follow_another_goes_on(world: World) -> None:
    await world.follow(1, Target.CHAIN, "dialogue-2")
    zero = Event(id=EventId("dialogue-0"), title="Встреча", when=EdtfDate.parse("2015-09-25"))
    await world.publish(None, zero)
    await world.edit("dialogue-1", follows=EventId("dialogue-0"))
    await world.work()
    assert [s.target_id for s in await world.following.of_chat(1)] == ["dialogue-0"]
    assert "1 day dialogue-2" in await world.go("2027-06-13 10:00")


async def test_a_corrected_fact_is_told_to_who_follows_it(world: World) -> None:
    await world.follow(1, Target.FACT, "place")
    world.clock.step(minutes=1)
    fact = base().fact_by_id[FactId("place")]
    await world.publish(fact, replace(fact, says="Второй диалог — в Шанхае."))
    assert await world.work() == ["1 changed place"]
    assert (world.telegram.got[0].before or {})["says"] == fact.says
    await world.publish(replace(fact, says="Второй диалог — в Шанхае."), None)
    assert await world.work() == ["1 changed place"]
    assert world.telegram.got[1].after is None


async def test_a_pause_silences_and_resuming_brings_only_what_is_yet_to_come(world: World) -> None:
    subscription = await world.follow()
    await world.go("2027-06-12 12:00")
    await world.following.set_paused(1, subscription.id, paused=True)
    assert await world.go("2027-06-13 10:00") == []
    await world.following.set_paused(1, subscription.id, paused=False)
    assert await world.work() == []
    assert await world.go("2027-06-14 10:00") == ["1 same dialogue-2"]


async def test_a_pause_and_its_end_within_the_horizon_lose_nothing(world: World) -> None:
    subscription = await world.follow()
    await world.go("2027-06-12 12:00")
    for paused in (True, False):
        await world.following.set_paused(1, subscription.id, paused=paused)
    assert await world.go("2027-06-13 10:00") == ["1 day dialogue-2"]


async def test_another_rule_holds_from_now_on(world: World) -> None:
    subscription = await world.follow()
    await world.go("2027-06-12 12:00")
    await world.following.set_rule(1, subscription.id, ReminderRule.parse("day@18:00"))
    assert await world.go("2027-06-13 10:00") == []
    assert await world.go("2027-06-13 18:00") == ["1 day dialogue-2"]
    assert await world.go("2027-06-14 18:00") == []


async def test_another_zone_moves_everything_that_the_chat_follows(world: World) -> None:
    await world.follow()
    await world.go("2027-06-12 12:00")
    await world.following.set_zone(1, "private", "Asia/Vladivostok")
    assert await world.go("2027-06-13 03:00") == ["1 day dialogue-2"]
    assert await world.go("2027-06-13 10:00") == []


async def test_who_stops_hears_nothing(world: World) -> None:
    subscription = await world.follow()
    await world.go("2027-06-12 12:00")
    assert not await world.following.unfollow(2, subscription.id), "it is not theirs"
    assert await world.following.unfollow(1, subscription.id)
    assert await world.go("2027-06-13 10:00") == []


async def test_a_reminder_put_off_comes_once_more_out_of_quiet_hours(world: World) -> None:
    await world.follow()
    await world.go("2027-06-07 10:00")
    row = world.telegram.got[-1].id
    assert await world.following.snooze(2, row, timedelta(hours=1)) is None
    assert await world.following.snooze(1, row, timedelta(hours=1)) == at("2027-06-07 11:00")
    assert await world.following.snooze(1, row, timedelta(hours=13)) == at("2027-06-08 08:00")
    assert await world.go("2027-06-07 12:00") == []
    assert await world.go("2027-06-08 08:00") == ["1 snoozed dialogue-2"]
    assert await world.go("2027-06-08 09:00") == []


async def test_a_reminder_put_off_dies_with_the_date_that_it_was_about(world: World) -> None:
    await world.follow()
    await world.go("2027-06-07 10:00")
    await world.following.snooze(1, world.telegram.got[-1].id, timedelta(days=1))
    await world.edit(when=EdtfDate.parse("2027-09-01"))
    assert await world.work() == ["1 changed dialogue-2"]
    assert await world.go("2027-06-08 11:00") == []
    assert await world.following.snooze(1, world.telegram.got[0].id, timedelta(days=1)) is None


async def test_following_twice_is_following_once(world: World) -> None:
    assert (await world.follow()).id == (await world.follow()).id
    await world.work()
    assert len(await world.following.of_chat(1)) == 1


async def test_a_change_and_its_undoing_before_delivery_say_the_same_before_and_after(world: World) -> None:
    await world.follow()
    world.clock.step(minutes=1)
    await world.edit(where="Шанхай")
    await world.edit(where="Пекин")
    await world.work()
    assert world.telegram.got[0].before == world.telegram.got[0].after
