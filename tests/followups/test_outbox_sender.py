"""OutboxSender on fakes: permits, pauses, lateness, and what it does with each outcome."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from bot.followups.outbox_sender import OutboxSender
from bot.followups.send_outcome import (
    ChatMigrated,
    ChatUnreachable,
    NothingToSend,
    Rejected,
    RetryAfter,
    SendOutcome,
    Sent,
    TemporaryFailure,
)
from bot.records.outbox import ChatState, Claim, Message, MessageKind, SendPermit

NOW = datetime(2027, 5, 14, 7, tzinfo=UTC)
NOW_PERMIT = SendPermit(granted=True, wait=0.0)


def message(claim: Claim, due_at: datetime, when: str) -> Message:
    event = {"title": "Второй диалог", "when": when}
    return Message(
        id=claim.id,
        subscription_id=1,
        chat_id=claim.chat_id,
        target="event",
        kind="event",
        subject_id="dialogue-2",
        version=1,
        what=MessageKind.MONTH,
        due_at=due_at,
        zone="Europe/Moscow",
        before=event,
        after=event,
    )


@dataclass
class FakeOutbox:
    """Rows for chats 1, 2, ...; each is claimed once. `settled` has the calls that ended a claim."""

    rows: int = 1
    attempts: int = 0
    due_at: datetime = NOW
    when: str = "2027-06-14"
    """The date of the event."""
    away: int = 0
    """How many calls of `mark_sent` fail, as if the database were away."""
    settled: list[tuple[object, ...]] = field(default_factory=list)
    loads: int = 0

    async def claim(self, now: datetime, limit: int) -> Sequence[Claim]:
        claims = [Claim(id=n, token="t", chat_id=n, attempts=self.attempts) for n in range(1, self.rows + 1)]
        self.rows = 0
        return claims

    async def load_message(self, claim: Claim) -> Message | None:
        self.loads += 1
        return message(claim, self.due_at, self.when)

    async def is_superseded(self, _message: Message, _now: datetime, /) -> bool:
        return False

    async def mark_sent(self, claim: Claim, message: Message, message_id: int, at: datetime) -> None:
        if self.away:
            self.away -= 1
            raise OSError("connection refused")
        self.settled.append(("sent", claim.id, message_id))

    async def retry(self, claim: Claim, after: float, reason: str, *, counts: bool) -> None:
        self.settled.append(("retry", claim.id, after, reason, counts))

    async def drop(self, claim: Claim, reason: str, at: datetime) -> None:
        self.settled.append(("drop", claim.id, reason))

    async def mark_failed(self, claim: Claim, reason: str, at: datetime) -> None:
        self.settled.append(("failed", claim.id, reason))

    async def mark_chat_unreachable(self, claim: Claim, state: ChatState, at: datetime) -> None:
        self.settled.append(("unreachable", claim.id, state))

    async def migrate_chat(self, claim: Claim, new: int, at: datetime) -> None:
        self.settled.append(("migrated", claim.id, new))


class FakeRateLimiter:
    """Gives `permits` in turn, then one at once for every call."""

    def __init__(self, permits: Iterable[SendPermit] = (), *, paused: float = 0.0) -> None:
        self.permits = deque(permits)
        self.paused = paused
        self.calls = 0
        self.pauses: list[float] = []

    async def acquire(self) -> SendPermit:
        self.calls += 1
        return self.permits.popleft() if self.permits else NOW_PERMIT

    async def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)

    async def pause_left(self) -> float:
        return self.paused


@dataclass
class FakeSender:
    """Returns `outcome` for every message."""

    outcome: SendOutcome = field(default_factory=lambda: Sent(message_id=77))
    late: list[bool] = field(default_factory=list)
    sent_at: list[float] = field(default_factory=list)

    async def send(self, message: Message, *, late: bool, now: datetime) -> SendOutcome:
        self.late.append(late)
        self.sent_at.append(time.monotonic())
        return self.outcome


async def send_batch(
    outbox: FakeOutbox, rate_limiter: FakeRateLimiter, sender: FakeSender, *, stopping: bool = False
) -> int:
    stop = asyncio.Event()
    if stopping:
        stop.set()
    outbox_sender = OutboxSender(outbox, rate_limiter, sender, lambda: NOW, random=Random(1))
    async with asyncio.timeout(10), asyncio.TaskGroup() as group:
        return await outbox_sender.send_batch(group, stop)


async def test_a_due_row_is_sent_and_marked() -> None:
    outbox, sender = FakeOutbox(rows=2), FakeSender()
    assert await send_batch(outbox, FakeRateLimiter(), sender) == 2
    assert sorted(outbox.settled) == [("sent", 1, 77), ("sent", 2, 77)]


async def test_more_rows_than_may_be_in_flight_are_all_sent() -> None:
    sender = FakeSender()
    assert await send_batch(FakeOutbox(rows=50), FakeRateLimiter(), sender) == 50
    assert len(sender.sent_at) == 50


async def test_a_reminder_of_a_passed_event_is_left_to_the_planner() -> None:
    outbox, sender = FakeOutbox(when="2027-05-13"), FakeSender()
    await send_batch(outbox, FakeRateLimiter(), sender)
    assert outbox.settled == [("retry", 1, 30, "passed", False)]
    assert sender.sent_at == []


async def test_during_a_pause_nothing_is_claimed_or_sent() -> None:
    outbox, sender = FakeOutbox(), FakeSender()
    began = time.monotonic()
    assert await send_batch(outbox, FakeRateLimiter(paused=0.2), sender) == 0
    assert time.monotonic() - began >= 0.19, "the pause is waited out"
    assert (outbox.rows, outbox.settled, sender.sent_at) == (1, [], [])


async def test_a_stop_ends_the_wait_for_the_end_of_a_pause() -> None:
    began = time.monotonic()
    assert await send_batch(FakeOutbox(), FakeRateLimiter(paused=5.0), FakeSender(), stopping=True) == 0
    assert time.monotonic() - began < 1


async def test_nothing_is_sent_before_the_time_of_the_permit() -> None:
    sender, limiter = FakeSender(), FakeRateLimiter([SendPermit(granted=True, wait=0.2)])
    began = time.monotonic()
    await send_batch(FakeOutbox(), limiter, sender)
    assert sender.sent_at[0] - began >= 0.19


async def test_nothing_is_sent_without_a_granted_permit() -> None:
    sender, limiter = FakeSender(), FakeRateLimiter([SendPermit(granted=False, wait=0.01)] * 3)
    await send_batch(FakeOutbox(), limiter, sender)
    assert (len(sender.sent_at), limiter.calls) == (1, 4)


async def test_a_permit_that_came_too_late_is_not_used() -> None:
    """Used late, it would coincide with another worker's: too many messages in one second."""
    sender, limiter = FakeSender(), FakeRateLimiter([SendPermit(granted=True, wait=-0.1)] * 2)
    await send_batch(FakeOutbox(), limiter, sender)
    assert (len(sender.sent_at), limiter.calls) == (1, 3)


async def test_a_pause_that_begins_after_the_claim_puts_the_row_back() -> None:
    outbox, sender = FakeOutbox(), FakeSender()
    await send_batch(outbox, FakeRateLimiter([SendPermit(granted=False, wait=30.0)]), sender)
    assert outbox.settled == [("retry", 1, 0, "", False)]
    assert sender.sent_at == []


async def test_a_stop_puts_claimed_rows_back() -> None:
    outbox, sender = FakeOutbox(rows=2), FakeSender()
    assert await send_batch(outbox, FakeRateLimiter(), sender, stopping=True) == 2
    assert sorted(outbox.settled) == [("retry", 1, 0, "", False), ("retry", 2, 0, "", False)]
    assert (outbox.loads, sender.sent_at) == (0, [])


async def test_http_429_pauses_all_workers_and_is_not_counted_as_an_attempt() -> None:
    outbox, limiter = FakeOutbox(), FakeRateLimiter()
    await send_batch(outbox, limiter, FakeSender(RetryAfter(seconds=7)))
    assert limiter.pauses == [7]
    assert outbox.settled == [("retry", 1, 7, "retry after", False)]


async def test_a_temporary_failure_is_retried_after_a_backoff() -> None:
    outbox = FakeOutbox(attempts=3)
    await send_batch(outbox, FakeRateLimiter(), FakeSender(TemporaryFailure(reason="ServerError")))
    ((name, row, after, reason, counts),) = outbox.settled
    assert (name, row, reason, counts) == ("retry", 1, "ServerError", True)
    assert isinstance(after, float)
    assert 4 <= after <= 8


@pytest.mark.parametrize(
    ("outcome", "settled"),
    [
        (ChatUnreachable(state=ChatState.BLOCKED), ("unreachable", 1, ChatState.BLOCKED)),
        (ChatMigrated(chat_id=-1001), ("migrated", 1, -1001)),
        (Rejected(reason="TEXT_INVALID"), ("failed", 1, "TEXT_INVALID")),
        (NothingToSend(), ("drop", 1, "nothing to say")),
    ],
)
async def test_other_outcomes_end_the_claim(outcome: SendOutcome, settled: tuple[object, ...]) -> None:
    outbox = FakeOutbox()
    await send_batch(outbox, FakeRateLimiter(), FakeSender(outcome))
    assert outbox.settled == [settled]


async def test_the_outcome_is_stored_once_the_database_is_back() -> None:
    outbox, sender = FakeOutbox(away=1), FakeSender()
    await send_batch(outbox, FakeRateLimiter(), sender)
    assert (outbox.settled, len(sender.sent_at)) == ([("sent", 1, 77)], 1)


@pytest.mark.parametrize(("delay", "late"), [(timedelta(minutes=10), False), (timedelta(minutes=11), True)])
async def test_a_message_more_than_ten_minutes_late_says_so(delay: timedelta, late: bool) -> None:
    sender = FakeSender()
    await send_batch(FakeOutbox(due_at=NOW - delay), FakeRateLimiter(), sender)
    assert sender.late == [late]


def test_the_backoff_doubles_up_to_five_minutes_with_jitter() -> None:
    outbox_sender = OutboxSender(FakeOutbox(), FakeRateLimiter(), FakeSender(), lambda: NOW, random=Random(1))
    for attempts, longest in ((0, 1), (1, 2), (5, 32), (30, 300)):
        pauses = {outbox_sender._backoff(attempts) for _ in range(20)}
        assert len(pauses) > 10
        assert all(longest / 2 <= pause <= longest for pause in pauses)
