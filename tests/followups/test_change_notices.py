"""Change notices in the database: batches, superseded notices, void rows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.records.subscriptions import Target
from bot.storage.connection.database import Database
from bot.storage.followups.change_notices import StoredChangeNotices
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import EventId
from tests.followups.harness import FollowUpsHarness, at, base


@pytest.fixture
async def followups(database: Database) -> FollowUpsHarness:
    """Three followers of an event whose place was changed an hour later."""
    followups = FollowUpsHarness(database, "2027-05-01 12:00")
    await followups.seed(base())
    for chat in (1, 2, 3):
        await followups.follow(chat)
    followups.clock.advance(hours=1)
    await followups.edit_event(where="Шанхай")
    return followups


async def fan_out(notices: StoredChangeNotices, limit: int) -> int:
    """Fan out the next batch of the newest notice; returns how many rows are new."""
    notice = (await notices.pending())[-1]
    last, schedules = await notices.next_batch(notice, limit)
    return await notices.fan_out(notice, last, dict.fromkeys(schedules, at("2027-05-01 13:00")))


async def test_followers_are_reached_in_batches_until_none_is_left(followups: FollowUpsHarness) -> None:
    notices = StoredChangeNotices(followups.database)
    assert [await fan_out(notices, 2) for _ in range(3)] == [2, 1, 0]
    assert [notice.done for notice in await notices.pending()] == [True], "not swept yet"
    assert await notices.count_unsent(10) == 3
    assert await notices.count_unsent(2) == 2


async def test_a_batch_is_fanned_out_once(followups: FollowUpsHarness) -> None:
    notices = StoredChangeNotices(followups.database)
    (notice,) = await notices.pending()
    last, schedules = await notices.next_batch(notice, 2)
    due = dict.fromkeys(schedules, at("2027-05-01 13:00"))
    assert await notices.fan_out(notice, last, due) == 2
    assert await fan_out(notices, 2) == 1
    assert await notices.fan_out(notice, last, due) == 0
    assert (await notices.pending())[0].reached > last, "the late worker changes nothing"


async def test_a_superseded_notice_adds_no_rows(followups: FollowUpsHarness) -> None:
    notices = StoredChangeNotices(followups.database)
    (old,) = await notices.pending()
    last, schedules = await notices.next_batch(old, 5)
    await followups.edit_event(where="Харбин")
    assert await notices.fan_out(old, last, dict.fromkeys(schedules, at("2027-05-01 13:00"))) == 0
    assert await followups.outbox.counts() == {}


async def test_a_paused_subscription_gets_no_row(followups: FollowUpsHarness) -> None:
    (subscription,) = await followups.following.of_chat(2)
    await followups.following.set_paused(2, subscription.id, paused=True)
    assert await fan_out(StoredChangeNotices(followups.database), 5) == 2


async def test_rows_of_an_older_change_are_cancelled_and_its_notice_completed(
    followups: FollowUpsHarness,
) -> None:
    notices = StoredChangeNotices(followups.database)
    await fan_out(notices, 2)
    await followups.edit_event(where="Харбин")
    newest = (await notices.pending())[-1]
    assert await notices.cancel_stale(newest, followups.clock(), 1) == 1
    assert [(notice.id, notice.swept) for notice in await notices.pending()] == [(newest.id, False)]
    assert await notices.cancel_stale(newest, followups.clock(), 5) == 1
    assert [notice.swept for notice in await notices.pending()] == [True]
    assert await followups.outbox.counts() == {"cancelled": 2}


async def test_reminders_of_an_older_date_are_cancelled(followups: FollowUpsHarness) -> None:
    notices = StoredChangeNotices(followups.database)
    await followups.advance_to("2027-05-13 12:00")
    assert (await followups.outbox.counts())["planned"] == 3
    assert await notices.count_unsent(10) == 0, "reminders are not counted"
    await followups.edit_event(when=EdtfDate.parse("2027-08-20"))
    assert await notices.cancel_stale((await notices.pending())[-1], followups.clock(), 100) == 3
    assert "planned" not in await followups.outbox.counts()


async def test_the_audience_is_counted_per_chat(followups: FollowUpsHarness) -> None:
    notices, loaded = StoredChangeNotices(followups.database), await followups.stored.load_base()
    before = loaded.base.events[1]
    (subscription,) = await followups.following.of_chat(2)
    await followups.following.set_paused(2, subscription.id, paused=True)
    assert await notices.audience([followups.change(before, None)], followups.clock(), 0) == 2
    assert await notices.audience([followups.change(loaded.base.events[0], None)], followups.clock(), 0) == 0


async def test_the_audience_of_a_new_event_follows_its_chain(followups: FollowUpsHarness) -> None:
    notices, loaded = StoredChangeNotices(followups.database), await followups.stored.load_base()
    last = loaded.base.events[1]
    added = replace(last, id=EventId("dialogue-9"), title="Новый диалог", follows=last.id, order=9)
    apart = replace(added, follows=None, order=None)
    await followups.follow(4, Target.CHAIN, "dialogue-1")
    before = await notices.audience([followups.change(None, apart)], followups.clock(), 0)
    assert before == 0
    assert await notices.audience([followups.change(None, added)], followups.clock(), 0) == 1
