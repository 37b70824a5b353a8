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
from tests.followups.world import DEFAULT, World, base

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
async def world(database: Database) -> World:
    """Two chats with one reminder each, due now."""
    world = World(database, "2027-05-01 12:00")
    await world.seed(base())
    await world.follow(1)
    await world.follow(2)
    world.clock.now += timedelta(days=12, hours=22)
    await world.planner.step(world.clock())
    return world


async def test_a_temporary_failure_is_tried_again_and_sent_once(world: World) -> None:
    world.outbox_sender = OutboxSender(world.outbox, world.rate_limiter, world.telegram, world.clock, random=Quick())
    world.telegram.answers.extend([TemporaryFailure(reason="ServerError")] * 3)
    await world.deliver()
    assert sorted(world.telegram.said) == ["1 month dialogue-2", "2 month dialogue-2"]


async def test_the_backoff_waits_before_the_next_attempt(world: World) -> None:
    world.telegram.answers.extend([TemporaryFailure(reason="ServerError")] * 2)
    await world.deliver()
    assert world.telegram.said == [], "both wait half a second at least"
    async with asyncio.timeout(20):
        while len(world.telegram.said) < 2:
            await world.deliver()


def test_the_backoff_doubles_up_to_five_minutes_and_spreads() -> None:
    outbox_sender = OutboxSender(Nothing(), Nothing(), Nothing(), lambda: NOW, random=Random(1))
    for attempts, longest in ((0, 1), (1, 2), (5, 32), (30, 300)):
        pauses = {outbox_sender._backoff(attempts) for _ in range(20)}
        assert len(pauses) > 10
        assert all(longest / 2 <= pause <= longest for pause in pauses)


async def test_retry_after_silences_every_worker_to_the_second(world: World) -> None:
    await world.rate_limiter.pause(1.2)
    other = StoredRateLimiter(world.database, per_second=28)
    assert 0.5 < await other.pause_left() <= 1.2
    permit = await other.acquire()
    assert not permit.granted
    assert 0.5 < permit.wait <= 1.2


async def test_after_retry_after_nothing_is_sent_until_its_end(world: World) -> None:
    world.telegram.answers.append(RetryAfter(seconds=1.2))
    began = time.monotonic()
    async with asyncio.timeout(20):
        while len(world.telegram.said) < 2:
            await world.deliver()
    assert time.monotonic() - began > 1.2
    assert sorted(world.telegram.said) == ["1 month dialogue-2", "2 month dialogue-2"]


async def test_during_a_long_silence_nothing_is_held(world: World) -> None:
    await world.rate_limiter.pause(30)
    assert not await world.outbox_sender._wait_for_permit()


async def test_a_shorter_pause_does_not_cut_a_longer_one(world: World) -> None:
    await world.rate_limiter.pause(30)
    await world.rate_limiter.pause(1)
    assert await world.rate_limiter.pause_left() > 25


async def test_a_lost_chat_is_marked_skipped_and_wakes_when_it_writes(world: World) -> None:
    claims = await world.outbox.claim(world.clock(), 10)
    first = next(claim for claim in claims if claim.chat_id == 1)
    await world.outbox.mark_chat_unreachable(first, ChatState.DEACTIVATED, world.clock())
    found = await world.chats.get(1)
    assert found is not None
    assert found.state is ChatState.DEACTIVATED
    world.clock.now += timedelta(days=24)
    assert "1 week dialogue-2" not in await world.work()
    await world.following.reactivate(1, "private")
    world.clock.now += timedelta(days=6)
    assert "1 day dialogue-2" in await world.work()
    assert await world.outbox.failures(5) == []


class Dying(StoredChats):
    """A process that ends while it notes that the chat wrote."""

    async def mark_active(self, chat_id: int, kind: str, at: datetime) -> bool:
        raise KeyboardInterrupt


async def test_who_dies_while_waking_a_chat_wakes_it_with_its_next_word(world: World) -> None:
    await world.chats.mark_unreachable(1, ChatState.BLOCKED, world.clock())
    stored = StoredSubscriptions(world.database)
    dying = SubscriptionService(
        stored, Dying(world.database), StoredSnoozes(world.database), DEFAULT, world.clock
    )
    with pytest.raises(KeyboardInterrupt):
        await dying.reactivate(1, "private")
    await world.following.reactivate(1, "private")
    world.clock.now += timedelta(days=30)
    assert "1 day dialogue-2" in await world.work()


async def test_a_lost_outcome_reaches_the_chat(world: World) -> None:
    world.telegram.answers.append(ChatUnreachable(state=ChatState.BLOCKED))
    await world.deliver()
    assert len(world.telegram.said) == 1
    assert (await world.outbox.counts())["failed"] == 1


async def test_a_group_that_migrated_gets_it_under_the_new_id(world: World) -> None:
    world.telegram.answers.append(ChatMigrated(chat_id=-1001))
    await world.deliver()
    await world.deliver()
    assert "-1001 month dialogue-2" in world.telegram.said
    assert len(world.telegram.said) == 2


async def test_what_telegram_rejects_is_kept_with_its_reason_and_not_tried_again(world: World) -> None:
    world.telegram.answers.append(Rejected(reason="Bad Request: TEXT_INVALID"))
    await world.deliver()
    await world.deliver()
    assert len(world.telegram.said) == 1
    (failure,) = await world.outbox.failures(5)
    assert failure.reason == "Bad Request: TEXT_INVALID"


async def test_a_claim_that_died_is_taken_over_when_its_lease_ends(world: World) -> None:
    dying = StoredOutbox(world.database, lease=0.3)
    assert len(await dying.claim(world.clock(), 10)) == 2
    assert await world.outbox.claim(world.clock(), 10) == []
    await asyncio.sleep(0.4)
    await world.deliver()
    assert sorted(world.telegram.said) == ["1 month dialogue-2", "2 month dialogue-2"]


async def test_who_lost_its_lease_cannot_settle_what_another_has(world: World) -> None:
    slow = StoredOutbox(world.database, lease=0.1)
    (claim, *_) = await slow.claim(world.clock(), 1)
    await asyncio.sleep(0.2)
    (again,) = [one for one in await world.outbox.claim(world.clock(), 10) if one.id == claim.id]
    assert await slow.load_message(claim) is None
    await slow.mark_failed(claim, "late", world.clock())
    assert await world.outbox.load_message(again) is not None


async def test_a_row_with_little_of_its_lease_left_is_put_back_not_sent(world: World) -> None:
    short = StoredOutbox(world.database, lease=5.0)
    (claim, *_) = await short.claim(world.clock(), 1)
    assert await short.load_message(claim) is None
    assert claim.id in [one.id for one in await world.outbox.claim(world.clock(), 10)]


async def test_many_workers_send_each_message_once(world: World) -> None:
    for chat in range(10, 40):
        await world.follow(chat)
    world.clock.now += timedelta(days=24)
    await world.planner.step(world.clock())

    async def worker() -> None:
        outbox_sender = world.another_courier()
        for _ in range(4):
            async with asyncio.TaskGroup() as group:
                await outbox_sender.send_batch(group, asyncio.Event())

    await asyncio.gather(worker(), worker(), worker())
    await world.deliver()
    weeks = [said for said in world.telegram.said if " week " in said]
    assert len(weeks) == len(set(weeks)) == 32


async def test_two_planners_at_once_make_each_row_once(world: World) -> None:
    world.clock.now += timedelta(days=24)
    other = World(world.database, "2027-05-01 12:00")
    other.clock = world.clock
    await asyncio.gather(world.planner.step(world.clock()), other.planner.step(world.clock()))
    await world.deliver()
    assert len(world.telegram.said) == len(set(world.telegram.said)) == 4


async def test_a_chat_with_much_due_does_not_make_others_wait(world: World) -> None:
    for number in range(12):
        event = Event(
            id=EventId(f"event-{number}"), title=f"Событие {number}", when=EdtfDate.parse("2027-06-13")
        )
        await world.publish(None, event)
        await world.follow(3, target_id=f"event-{number}")
    world.clock.now += timedelta(days=23, hours=1)
    await world.planner.step(world.clock())
    claims = await world.outbox.claim(world.clock(), 6)
    assert sorted(claim.chat_id for claim in claims) == [1, 2, 3]


async def test_a_clock_that_jumps_back_sends_nothing_twice(world: World) -> None:
    await world.deliver()
    said = world.telegram.said[:]
    for _ in range(3):
        world.clock.now -= timedelta(days=2)
        await world.work()
        world.clock.now += timedelta(days=2)
        await world.work()
    assert world.telegram.said == said


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


async def test_moments_to_send_are_shared_by_all_workers_and_never_too_many(world: World) -> None:
    moments = await _taken([StoredRateLimiter(world.database, per_second=8) for _ in range(3)], 17)
    # 8 in any 1.02 s: the 9th comes a second after the first, the 17th two; we note them a little later.
    assert all(later - sooner > 0.95 for sooner, later in zip(moments, moments[8:], strict=False))
    assert moments[16] - moments[0] < 3.5
    assert all(later - sooner > 0.05 for sooner, later in pairwise(moments))


async def test_who_lost_time_makes_it_up_within_the_second_and_not_at_once(world: World) -> None:
    pace = StoredRateLimiter(world.database, per_second=10)
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


async def test_a_message_sent_while_the_database_is_away_is_noted_when_it_is_back(world: World) -> None:
    world.outbox = Forgetful(world.database, 60.0, pauses=(0.0, 0.0))
    world.outbox_sender = world.another_courier()
    await world.deliver()
    await world.deliver()
    assert sorted(world.telegram.said) == ["1 month dialogue-2", "2 month dialogue-2"]
    assert (await world.outbox.counts()) == {"sent": 2}


async def test_the_loop_delivers_beside_the_bot_and_stops_at_once(sqlite: Database) -> None:
    world = World(sqlite, "2027-05-14 10:01")
    await world.seed(base())
    await world.follow(1)
    world.clock.now += timedelta(days=24)
    world.restart()
    async with run_worker(world.planner, world.outbox_sender, world.clock, stop_within=2):
        async with asyncio.timeout(10):
            while not world.telegram.got:  # noqa: ASYNC110 - the double has no event to wait for
                await asyncio.sleep(0.05)
        began = time.monotonic()
    assert time.monotonic() - began < 1
    assert world.telegram.said == ["1 week dialogue-2"]


async def test_the_loop_outlives_a_database_that_was_away(sqlite: Database) -> None:
    class Away(StoredOutbox):
        away = 1

        async def claim(self, now: datetime, limit: int) -> Sequence[Claim]:
            if self.away:
                self.away -= 1
                raise OSError("connection refused")
            return await super().claim(now, limit)

    world = World(sqlite, "2027-05-14 10:01")
    await world.seed(base())
    await world.follow(1)
    world.clock.now += timedelta(days=24)
    world.outbox = Away(sqlite, 60.0)
    async with run_worker(world.planner, world.another_courier(), world.clock, stop_within=2):
        async with asyncio.timeout(10):
            while not world.telegram.got:  # noqa: ASYNC110 - the double has no event to wait for
                await asyncio.sleep(0.05)
    assert world.telegram.said == ["1 week dialogue-2"]
