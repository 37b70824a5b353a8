"""The outbox in the database: claims, leases, concurrent workers, retries, unreachable and migrated chats."""

from __future__ import annotations

import asyncio
import time
from datetime import datetime, timedelta
from random import Random

import pytest
from sqlalchemy import select

from bot.followups.outbox_sender import OutboxSender
from bot.followups.send_outcome import ChatMigrated, ChatUnreachable, Rejected, RetryAfter, TemporaryFailure
from bot.followups.subscription_service import SubscriptionService
from bot.records.outbox import ChatState, Claim, Message
from bot.storage.connection.database import Database
from bot.storage.followups.snoozes import StoredSnoozes
from bot.storage.followups.subscriptions import StoredSubscriptions
from bot.storage.outbox.chats import StoredChats
from bot.storage.outbox.outbox import StoredOutbox
from bot.storage.tables import chats
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Event, EventId
from tests.followups.harness import DEFAULT, FollowUpsHarness, base

BOTH = ["1 month dialogue-2", "2 month dialogue-2"]


class NoBackoff(Random):
    """Makes every backoff 0 seconds."""

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


async def send_until(followups: FollowUpsHarness, count: int) -> None:
    """Send until Telegram has `count` messages."""
    async with asyncio.timeout(20):
        while len(followups.telegram.messages) < count:
            await followups.send_due()


async def test_a_row_is_not_claimed_before_it_is_due(followups: FollowUpsHarness) -> None:
    followups.clock.now -= timedelta(minutes=1)
    assert await followups.outbox.claim(followups.clock(), 10) == []
    followups.clock.now += timedelta(minutes=1)
    assert len(await followups.outbox.claim(followups.clock(), 10)) == 2


async def follow_two_events(followups: FollowUpsHarness, chat_id: int) -> None:
    """Plan two reminders of a chat, due now."""
    for name in ("one", "two"):
        await followups.publish(None, Event(id=EventId(name), title=name, when=EdtfDate.parse("2027-06-14")))
        await followups.follow(chat_id, target_id=name)
    followups.clock.now += timedelta(days=24)
    await followups.planner.step(followups.clock())


async def test_a_chat_has_one_row_in_flight(followups: FollowUpsHarness) -> None:
    await follow_two_events(followups, 3)
    claims = [one for one in await followups.outbox.claim(followups.clock(), 10) if one.chat_id == 3]
    assert len(claims) == 1
    assert await followups.outbox.claim(followups.clock(), 10) == []
    await followups.outbox.retry(claims[0], 60, "", counts=False)
    (other,) = await followups.outbox.claim(followups.clock(), 10)
    assert (other.chat_id, other.id == claims[0].id) == (3, False)


@pytest.mark.parametrize("database", [pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True)
async def test_a_chat_that_another_worker_has_locked_is_skipped(followups: FollowUpsHarness) -> None:
    async with followups.database.write() as connection:
        await connection.execute(select(chats).where(chats.c.chat_id == 1).with_for_update())
        claims = await followups.outbox.claim(followups.clock(), 10)
    assert [claim.chat_id for claim in claims] == [2]


async def test_messages_to_one_chat_are_spaced(followups: FollowUpsHarness) -> None:
    await follow_two_events(followups, 3)
    outbox = StoredOutbox(followups.database, 60.0, pauses=(0.5, 0.0))
    (claim,) = [one for one in await outbox.claim(followups.clock(), 10) if one.chat_id == 3]
    message = await outbox.load_message(claim)
    assert message is not None
    await outbox.mark_sent(claim, message, 77, followups.clock())
    assert await outbox.claim(followups.clock(), 10) == []
    await asyncio.sleep(0.6)
    assert [one.chat_id for one in await outbox.claim(followups.clock(), 10)] == [3]


async def test_a_row_that_became_void_after_the_claim_is_cancelled(followups: FollowUpsHarness) -> None:
    claims = await followups.outbox.claim(followups.clock(), 10)
    first = next(claim for claim in claims if claim.chat_id == 1)
    (subscription,) = await followups.following.of_chat(1)
    await followups.following.set_paused(1, subscription.id, paused=True)
    assert await followups.outbox.load_message(first) is None
    assert await followups.outbox.counts() == {"claimed": 1, "cancelled": 1}


async def test_a_row_of_a_chat_that_became_unreachable_after_the_claim_is_cancelled(
    followups: FollowUpsHarness,
) -> None:
    claims = await followups.outbox.claim(followups.clock(), 10)
    first = next(claim for claim in claims if claim.chat_id == 1)
    await followups.chats.mark_unreachable(1, ChatState.BLOCKED, followups.clock())
    assert await followups.outbox.load_message(first) is None


async def test_rows_of_an_older_date_are_not_claimed(followups: FollowUpsHarness) -> None:
    await followups.edit_event(when=EdtfDate.parse("2027-08-20"))
    assert await followups.outbox.claim(followups.clock(), 10) == []


async def test_a_reminder_shows_the_event_as_it_is_now(followups: FollowUpsHarness) -> None:
    followups.clock.advance(minutes=1)
    await followups.edit_event(where="Шанхай")
    (claim, *_) = await followups.outbox.claim(followups.clock(), 1)
    message = await followups.outbox.load_message(claim)
    assert message is not None
    assert message.after is not None
    assert message.after["where"] == "Шанхай"
    assert message.before == message.after


async def test_a_temporary_failure_is_retried_and_sent_once(followups: FollowUpsHarness) -> None:
    followups.outbox_sender = OutboxSender(
        followups.outbox, followups.rate_limiter, followups.telegram, followups.clock, random=NoBackoff()
    )
    followups.telegram.outcomes.extend([TemporaryFailure(reason="ServerError")] * 3)
    await followups.send_due()
    assert sorted(followups.telegram.sent_lines) == BOTH


async def test_the_backoff_delays_the_next_attempt(followups: FollowUpsHarness) -> None:
    followups.telegram.outcomes.extend([TemporaryFailure(reason="ServerError")] * 2)
    await followups.send_due()
    assert followups.telegram.messages == [], "both wait half a second at least"
    await send_until(followups, 2)


async def test_only_failed_attempts_are_counted(followups: FollowUpsHarness) -> None:
    for counts in (True, True, False):
        for claim in await followups.outbox.claim(followups.clock(), 10):
            await followups.outbox.retry(claim, 0, "", counts=counts)
    claims = await followups.outbox.claim(followups.clock(), 10)
    assert [claim.attempts for claim in claims] == [2, 2]


async def test_after_http_429_nothing_is_sent_until_the_pause_ends(followups: FollowUpsHarness) -> None:
    followups.telegram.outcomes.append(RetryAfter(seconds=1.2))
    began = time.monotonic()
    await send_until(followups, 2)
    assert time.monotonic() - began > 1.2
    assert sorted(followups.telegram.sent_lines) == BOTH


async def test_an_unreachable_chat_is_skipped_until_it_writes(followups: FollowUpsHarness) -> None:
    claims = await followups.outbox.claim(followups.clock(), 10)
    first = next(claim for claim in claims if claim.chat_id == 1)
    await followups.outbox.mark_chat_unreachable(first, ChatState.DEACTIVATED, followups.clock())
    chat = await followups.chats.get(1)
    assert chat is not None
    assert chat.state is ChatState.DEACTIVATED
    followups.clock.now += timedelta(days=24)
    assert "1 week dialogue-2" not in await followups.plan_and_send()
    await followups.following.reactivate(1, "private")
    followups.clock.now += timedelta(days=6)
    assert "1 day dialogue-2" in await followups.plan_and_send()
    assert await followups.outbox.failures(5) == []


class CrashingChats(StoredChats):
    """The process ends when it marks the chat as active."""

    async def mark_active(self, chat_id: int, kind: str, at: datetime) -> bool:
        raise KeyboardInterrupt


async def test_after_a_crash_the_next_message_reactivates_the_chat(followups: FollowUpsHarness) -> None:
    await followups.chats.mark_unreachable(1, ChatState.BLOCKED, followups.clock())
    database = followups.database
    crashing = SubscriptionService(
        *(StoredSubscriptions(database), CrashingChats(database), StoredSnoozes(database)),
        DEFAULT,
        followups.clock,
    )
    with pytest.raises(KeyboardInterrupt):
        await crashing.reactivate(1, "private")
    await followups.following.reactivate(1, "private")
    followups.clock.now += timedelta(days=30)
    assert "1 day dialogue-2" in await followups.plan_and_send()


async def test_a_blocked_chat_counts_as_one_failed_message(followups: FollowUpsHarness) -> None:
    followups.telegram.outcomes.append(ChatUnreachable(state=ChatState.BLOCKED))
    await followups.send_due()
    assert len(followups.telegram.messages) == 1
    assert (await followups.outbox.counts())["failed"] == 1


async def test_a_migrated_group_gets_the_message_under_its_new_id(followups: FollowUpsHarness) -> None:
    followups.telegram.outcomes.append(ChatMigrated(chat_id=-1001))
    await followups.send_due()
    await followups.send_due()
    assert "-1001 month dialogue-2" in followups.telegram.sent_lines
    assert len(followups.telegram.messages) == 2


async def test_a_rejected_message_is_stored_with_its_reason_and_not_retried(
    followups: FollowUpsHarness,
) -> None:
    followups.telegram.outcomes.append(Rejected(reason="Bad Request: TEXT_INVALID"))
    await followups.send_due()
    await followups.send_due()
    assert len(followups.telegram.messages) == 1
    (failure,) = await followups.outbox.failures(5)
    assert failure.reason == "Bad Request: TEXT_INVALID"


async def test_a_row_of_a_dead_worker_is_claimed_again_when_its_lease_ends(
    followups: FollowUpsHarness,
) -> None:
    dead = StoredOutbox(followups.database, lease=0.3)
    assert len(await dead.claim(followups.clock(), 10)) == 2
    assert await followups.outbox.claim(followups.clock(), 10) == []
    await asyncio.sleep(0.4)
    await followups.send_due()
    assert sorted(followups.telegram.sent_lines) == BOTH


async def test_a_worker_whose_lease_ended_cannot_settle_the_row(followups: FollowUpsHarness) -> None:
    slow = StoredOutbox(followups.database, lease=0.1)
    (claim, *_) = await slow.claim(followups.clock(), 1)
    await asyncio.sleep(0.2)
    claims = await followups.outbox.claim(followups.clock(), 10)
    (new_claim,) = [one for one in claims if one.id == claim.id]
    assert await slow.load_message(claim) is None
    await slow.mark_failed(claim, "late", followups.clock())
    assert await followups.outbox.load_message(new_claim) is not None


async def test_a_row_with_too_little_of_its_lease_left_is_put_back(followups: FollowUpsHarness) -> None:
    short = StoredOutbox(followups.database, lease=5.0)
    (claim, *_) = await short.claim(followups.clock(), 1)
    assert await short.load_message(claim) is None
    assert claim.id in [one.id for one in await followups.outbox.claim(followups.clock(), 10)]


async def test_concurrent_workers_send_each_message_once(followups: FollowUpsHarness) -> None:
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
    weeks = [line for line in followups.telegram.sent_lines if " week " in line]
    assert len(weeks) == len(set(weeks)) == 32


async def test_concurrent_planners_add_each_row_once(followups: FollowUpsHarness) -> None:
    followups.clock.now += timedelta(days=24)
    other = FollowUpsHarness(followups.database, "2027-05-01 12:00")
    other.clock = followups.clock
    now = followups.clock()
    await asyncio.gather(followups.planner.step(now), other.planner.step(now))
    await followups.send_due()
    assert len(followups.telegram.sent_lines) == len(set(followups.telegram.sent_lines)) == 2


async def test_a_chat_with_many_due_rows_does_not_delay_others(followups: FollowUpsHarness) -> None:
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
    before = followups.telegram.sent_lines
    for _ in range(3):
        followups.clock.now -= timedelta(days=2)
        await followups.plan_and_send()
        followups.clock.now += timedelta(days=2)
        await followups.plan_and_send()
    assert followups.telegram.sent_lines == before


class FailingOutbox(StoredOutbox):
    """The database is away when the first two outcomes are stored."""

    away = 2

    async def mark_sent(self, claim: Claim, message: Message, message_id: int, at: datetime) -> None:
        if self.away:
            self.away -= 1
            raise OSError("connection refused")
        await super().mark_sent(claim, message, message_id, at)


async def test_a_message_sent_during_an_outage_is_marked_sent_after_it(followups: FollowUpsHarness) -> None:
    followups.outbox = FailingOutbox(followups.database, 60.0, pauses=(0.0, 0.0))
    followups.outbox_sender = followups.new_outbox_sender()
    await followups.send_due()
    await followups.send_due()
    assert sorted(followups.telegram.sent_lines) == BOTH
    assert (await followups.outbox.counts()) == {"sent": 2}
