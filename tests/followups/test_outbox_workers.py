"""What the courier does with Telegram's answers, with workers beside it, and with those that died."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random
from typing import Any

import pytest

from bot.followups.background_worker import run_worker
from bot.followups.outbox_sender import OutboxSender
from bot.followups.send_outcome import ChatMigrated, ChatUnreachable, Rejected, RetryAfter, TemporaryFailure
from bot.followups.subscription_service import SubscriptionService
from bot.records.outbox import ChatState, Claim, Message
from bot.storage.chats import StoredChats
from bot.storage.database import Database
from bot.storage.outbox import StoredOutbox
from bot.storage.rate_limiter import StoredRateLimiter
from bot.storage.snoozes import StoredSnoozes
from bot.storage.subscriptions import StoredSubscriptions
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Event, EventId
from tests.followups.harness import DEFAULT, FollowUpsHarness, base

NOW = datetime(2027, 5, 1, tzinfo=UTC)


class Nothing:
    """Stands where nothing is asked of it."""

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(name)


class Quick(Random):
    """Backoff without the waiting."""

    def uniform(self, a: float, b: float) -> float:
        return 0.0


@pytest.fixture
async def followups(database: Database) -> FollowUpsHarness:
    """Two chats with one reminder each, due now."""
    followups = FollowUpsHarness(database, "2027-05-01 12:00")
    await followups.seed(base())
    await followups.follow(1)
    await followups.follow(2)
    followups.clock.now += timedelta(days=12, hours=22)
    await followups.planner.step(followups.clock())
    return followups


async def test_a_temporary_failure_is_tried_again_and_sent_once(followups: FollowUpsHarness) -> None:
    followups.outbox_sender = OutboxSender(
        followups.outbox, followups.rate_limiter, followups.telegram, followups.clock, random=Quick()
    )
    followups.telegram.outcomes.extend([TemporaryFailure(reason="ServerError")] * 3)
    await followups.send_due()
    assert sorted(followups.telegram.sent_lines) == ["1 month dialogue-2", "2 month dialogue-2"]


async def test_the_backoff_waits_before_the_next_attempt(followups: FollowUpsHarness) -> None:
    followups.telegram.outcomes.extend([TemporaryFailure(reason="ServerError")] * 2)
    await followups.send_due()
    assert followups.telegram.sent_lines == [], "both wait half a second at least"
    async with asyncio.timeout(20):
        while len(followups.telegram.sent_lines) < 2:
            await followups.send_due()


def test_the_backoff_doubles_up_to_five_minutes_and_spreads() -> None:
    outbox_sender = OutboxSender(Nothing(), Nothing(), Nothing(), lambda: NOW, random=Random(1))
    for attempts, longest in ((0, 1), (1, 2), (5, 32), (30, 300)):
        pauses = {outbox_sender._backoff(attempts) for _ in range(20)}
        assert len(pauses) > 10
        assert all(longest / 2 <= pause <= longest for pause in pauses)


async def test_retry_after_silences_every_worker_to_the_second(followups: FollowUpsHarness) -> None:
    await followups.rate_limiter.pause(1.2)
    other = StoredRateLimiter(followups.database, per_second=28)
    assert 0.5 < await other.pause_left() <= 1.2
    permit = await other.acquire()
    assert not permit.granted
    assert 0.5 < permit.wait <= 1.2


async def test_after_retry_after_nothing_is_sent_until_its_end(followups: FollowUpsHarness) -> None:
    followups.telegram.outcomes.append(RetryAfter(seconds=1.2))
    began = time.monotonic()
    async with asyncio.timeout(20):
        while len(followups.telegram.sent_lines) < 2:
            await followups.send_due()
    assert time.monotonic() - began > 1.2
    assert sorted(followups.telegram.sent_lines) == ["1 month dialogue-2", "2 month dialogue-2"]


async def test_during_a_long_silence_nothing_is_held(followups: FollowUpsHarness) -> None:
    await followups.rate_limiter.pause(30)
    assert not await followups.outbox_sender._wait_for_permit()


async def test_a_shorter_pause_does_not_cut_a_longer_one(followups: FollowUpsHarness) -> None:
    await followups.rate_limiter.pause(30)
    await followups.rate_limiter.pause(1)
    assert await followups.rate_limiter.pause_left() > 25


async def test_a_lost_chat_is_marked_skipped_and_wakes_when_it_writes(followups: FollowUpsHarness) -> None:
    claims = await followups.outbox.claim(followups.clock(), 10)
    first = next(claim for claim in claims if claim.chat_id == 1)
    await followups.outbox.mark_chat_unreachable(first, ChatState.DEACTIVATED, followups.clock())
    found = await followups.chats.get(1)
    assert found is not None
    assert found.state is ChatState.DEACTIVATED
    followups.clock.now += timedelta(days=24)
    assert "1 week dialogue-2" not in await followups.plan_and_send()
    await followups.following.reactivate(1, "private")
    followups.clock.now += timedelta(days=6)
    assert "1 day dialogue-2" in await followups.plan_and_send()
    assert await followups.outbox.failures(5) == []


class Dying(StoredChats):
    """A process that ends while it notes that the chat wrote."""

    async def mark_active(self, chat_id: int, kind: str, at: datetime) -> bool:
        raise KeyboardInterrupt


async def test_who_dies_while_waking_a_chat_wakes_it_with_its_next_word(followups: FollowUpsHarness) -> None:
    await followups.chats.mark_unreachable(1, ChatState.BLOCKED, followups.clock())
    stored = StoredSubscriptions(followups.database)
    dying = SubscriptionService(
        stored, Dying(followups.database), StoredSnoozes(followups.database), DEFAULT, followups.clock
    )
    with pytest.raises(KeyboardInterrupt):
        await dying.reactivate(1, "private")
    await followups.following.reactivate(1, "private")
    followups.clock.now += timedelta(days=30)
    assert "1 day dialogue-2" in await followups.plan_and_send()


async def test_a_lost_outcome_reaches_the_chat(followups: FollowUpsHarness) -> None:
    followups.telegram.outcomes.append(ChatUnreachable(state=ChatState.BLOCKED))
    await followups.send_due()
    assert len(followups.telegram.sent_lines) == 1
    assert (await followups.outbox.counts())["failed"] == 1


async def test_a_group_that_migrated_gets_it_under_the_new_id(followups: FollowUpsHarness) -> None:
    followups.telegram.outcomes.append(ChatMigrated(chat_id=-1001))
    await followups.send_due()
    await followups.send_due()
    assert "-1001 month dialogue-2" in followups.telegram.sent_lines
    assert len(followups.telegram.sent_lines) == 2


async def test_what_telegram_rejects_is_kept_with_its_reason_and_not_tried_again(
    followups: FollowUpsHarness,
) -> None:
    followups.telegram.outcomes.append(Rejected(reason="Bad Request: TEXT_INVALID"))
    await followups.send_due()
    await followups.send_due()
    assert len(followups.telegram.sent_lines) == 1
    (failure,) = await followups.outbox.failures(5)
    assert failure.reason == "Bad Request: TEXT_INVALID"


async def test_a_claim_that_died_is_taken_over_when_its_lease_ends(followups: FollowUpsHarness) -> None:
    dying = StoredOutbox(followups.database, lease=0.3)
    assert len(await dying.claim(followups.clock(), 10)) == 2
    assert await followups.outbox.claim(followups.clock(), 10) == []
    await asyncio.sleep(0.4)
    await followups.send_due()
    assert sorted(followups.telegram.sent_lines) == ["1 month dialogue-2", "2 month dialogue-2"]


async def test_who_lost_its_lease_cannot_settle_what_another_has(followups: FollowUpsHarness) -> None:
    slow = StoredOutbox(followups.database, lease=0.1)
    (claim, *_) = await slow.claim(followups.clock(), 1)
    await asyncio.sleep(0.2)
    (again,) = [one for one in await followups.outbox.claim(followups.clock(), 10) if one.id == claim.id]
    assert await slow.load_message(claim) is None
    await slow.mark_failed(claim, "late", followups.clock())
    assert await followups.outbox.load_message(again) is not None


async def test_a_row_with_little_of_its_lease_left_is_put_back_not_sent(followups: FollowUpsHarness) -> None:
    short = StoredOutbox(followups.database, lease=5.0)
    (claim, *_) = await short.claim(followups.clock(), 1)
    assert await short.load_message(claim) is None
    assert claim.id in [one.id for one in await followups.outbox.claim(followups.clock(), 10)]


async def test_many_workers_send_each_message_once(followups: FollowUpsHarness) -> None:
    for chat in range(10, 40):
        await followups.follow(chat)
    followups.clock.now += timedelta(days=24)
    await followups.planner.step(followups.clock())

    async def worker() -> None:
        outbox_sender = followups.new_outbox_sender()
        for _ in range(4):
            async with asyncio.TaskGroup() as group:
                await outbox_sender.send_batch(group, asyncio.Event())

    await asyncio.gather(worker(), worker(), worker())
    await followups.send_due()
    weeks = [said for said in followups.telegram.sent_lines if " week " in said]
    assert len(weeks) == len(set(weeks)) == 32


async def test_two_planners_at_once_make_each_row_once(followups: FollowUpsHarness) -> None:
    followups.clock.now += timedelta(days=24)
    other = FollowUpsHarness(followups.database, "2027-05-01 12:00")
    other.clock = followups.clock
    await asyncio.gather(followups.planner.step(followups.clock()), other.planner.step(followups.clock()))
    await followups.send_due()
    assert len(followups.telegram.sent_lines) == len(set(followups.telegram.sent_lines)) == 4


async def test_a_chat_with_much_due_does_not_make_others_wait(followups: FollowUpsHarness) -> None:
    for number in range(12):
        event = Event(
            id=EventId(f"event-{number}"), title=f"Событие {number}", when=EdtfDate.parse("2027-06-13")
        )
        await followups.publish(None, event)
        await followups.follow(3, target_id=f"event-{number}")
    followups.clock.now += timedelta(days=23, hours=1)
    await followups.planner.step(followups.clock())
    claims = await followups.outbox.claim(followups.clock(), 6)
    assert sorted(claim.chat_id for claim in claims) == [1, 2, 3]


async def test_a_clock_that_jumps_back_sends_nothing_twice(followups: FollowUpsHarness) -> None:
    await followups.send_due()
    said = followups.telegram.sent_lines[:]
    for _ in range(3):
        followups.clock.now -= timedelta(days=2)
        await followups.plan_and_send()
        followups.clock.now += timedelta(days=2)
        await followups.plan_and_send()
    assert followups.telegram.sent_lines == said


async def _taken(paces: Sequence[StoredRateLimiter], count: int) -> list[float]:
    """When each of `count` moments was taken, whoever took it."""
    moments: list[float] = []

    async def worker(pace: StoredRateLimiter) -> None:
        while len(moments) < count:
            permit = await pace.acquire()
            await asyncio.sleep(permit.wait)
            if permit.granted:
                moments.append(time.monotonic())

    await asyncio.gather(*(worker(pace) for pace in paces))
    return moments


async def test_moments_to_send_are_shared_by_all_workers_and_never_too_many(
    followups: FollowUpsHarness,
) -> None:
    moments = await _taken([StoredRateLimiter(followups.database, per_second=8) for _ in range(3)], 17)
    # 8 in any 1.02 s: the 9th comes a second after the first, the 17th two; we note them a little later.
    assert all(later - sooner > 0.95 for sooner, later in zip(moments, moments[8:], strict=False))
    assert moments[16] - moments[0] < 3.5
    assert all(later - sooner > 0.05 for sooner, later in pairwise(moments))


async def test_who_lost_time_makes_it_up_within_the_second_and_not_at_once(
    followups: FollowUpsHarness,
) -> None:
    pace = StoredRateLimiter(followups.database, per_second=10)
    await _taken([pace], 3)
    await asyncio.sleep(0.3)
    moments = await _taken([pace], 4)
    assert moments[3] - moments[0] > 3 / 11 - 0.03
    assert moments[3] - moments[0] < 0.6


class Forgetful(StoredOutbox):
    """A database that is away while the first outcomes are to be noted."""

    away = 2

    async def mark_sent(self, claim: Claim, message: Message, message_id: int, at: datetime) -> None:
        if self.away:
            self.away -= 1
            raise OSError("connection refused")
        await super().mark_sent(claim, message, message_id, at)


async def test_a_message_sent_while_the_database_is_away_is_noted_when_it_is_back(
    followups: FollowUpsHarness,
) -> None:
    followups.outbox = Forgetful(followups.database, 60.0, pauses=(0.0, 0.0))
    followups.outbox_sender = followups.new_outbox_sender()
    await followups.send_due()
    await followups.send_due()
    assert sorted(followups.telegram.sent_lines) == ["1 month dialogue-2", "2 month dialogue-2"]
    assert (await followups.outbox.counts()) == {"sent": 2}


async def test_the_loop_delivers_beside_the_bot_and_stops_at_once(sqlite: Database) -> None:
    followups = FollowUpsHarness(sqlite, "2027-05-14 10:01")
    await followups.seed(base())
    await followups.follow(1)
    followups.clock.now += timedelta(days=24)
    followups.restart()
    async with run_worker(followups.planner, followups.outbox_sender, followups.clock, stop_within=2):
        async with asyncio.timeout(10):
            while not followups.telegram.messages:  # noqa: ASYNC110 - the double has no event to wait for
                await asyncio.sleep(0.05)
        began = time.monotonic()
    assert time.monotonic() - began < 1
    assert followups.telegram.sent_lines == ["1 week dialogue-2"]


async def test_the_loop_outlives_a_database_that_was_away(sqlite: Database) -> None:
    class Away(StoredOutbox):
        away = 1

        async def claim(self, now: datetime, limit: int) -> Sequence[Claim]:
            if self.away:
                self.away -= 1
                raise OSError("connection refused")
            return await super().claim(now, limit)

    followups = FollowUpsHarness(sqlite, "2027-05-14 10:01")
    await followups.seed(base())
    await followups.follow(1)
    followups.clock.now += timedelta(days=24)
    followups.outbox = Away(sqlite, 60.0)
    async with run_worker(followups.planner, followups.new_outbox_sender(), followups.clock, stop_within=2):
        async with asyncio.timeout(10):
            while not followups.telegram.messages:  # noqa: ASYNC110 - the double has no event to wait for
                await asyncio.sleep(0.05)
    assert followups.telegram.sent_lines == ["1 week dialogue-2"]
