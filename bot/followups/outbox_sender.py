"""Sends due rows of an outbox: each row once, at a rate shared by all workers, whatever Telegram responds."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import structlog

from bot.followups.ports import MessageSender, Outbox, RateLimiter
from bot.followups.schedule import passes_at
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
from bot.records.outbox import Claim, Message
from knowledge.facts.dates import EdtfDate

log = structlog.get_logger()
_BATCH = 28
"""Rows claimed at once: one second's worth."""
_MAX_IN_FLIGHT = 20
"""Claimed rows in progress at once; after a kill at most this many may be sent twice."""
_MAX_LOOKUPS = 3
"""Rows loaded and waiting for a permit at once: a slow load must not waste a permit."""
_MAX_WAIT = 3.0
"""A longer pause is waited out with nothing claimed, so that leases do not expire."""
_MAX_BACKOFF = 300.0
_PASSED_DELAY = 30.0
"""Seconds until a reminder of a passed event is claimed again; by then the planner has replaced it."""
_RECORD_RETRY_DELAY = 0.5
_MAX_LATENESS = 0.03
"""A permit is used at most this many seconds after its time."""


class OutboxSender:
    """From a delay of `late_after` on, a message says that it is late."""

    def __init__(
        self,
        outbox: Outbox,
        rate_limiter: RateLimiter,
        sender: MessageSender,
        now: Callable[[], datetime],
        *,
        late_after: timedelta = timedelta(minutes=10),
        random: Random | None = None,
    ) -> None:
        self._outbox = outbox
        self._rate_limiter = rate_limiter
        self._sender = sender
        self._now = now
        self._late_after = late_after
        self._random = random or Random()
        self._in_flight = asyncio.Semaphore(_MAX_IN_FLIGHT)
        self._lookups = asyncio.Semaphore(_MAX_LOOKUPS)

    async def send_batch(self, group: asyncio.TaskGroup, stopping: asyncio.Event) -> int:
        """Claim a batch of due rows and start sending it in `group`; returns how many were claimed."""
        if (pause := await self._rate_limiter.pause_left()) > 0:
            await _sleep_unless(stopping, pause)
            return 0
        claims = await self._outbox.claim(self._now(), _BATCH)
        for claim in claims:
            await self._in_flight.acquire()
            group.create_task(self._process(claim, stopping))
        return len(claims)

    async def _process(self, claim: Claim, stopping: asyncio.Event) -> None:
        try:
            async with self._lookups:
                message = None if stopping.is_set() else await self._load(claim)
                if stopping.is_set() or (message is not None and not await self._wait_for_permit()):
                    return await self._outbox.retry(claim, 0, "", counts=False)
            if message is not None:
                await self._send(claim, message)
        except Exception as error:  # noqa: BLE001 - one row must not end the delivery of the others
            log.warning("row left to its lease", row=claim.id, reason=repr(error))
        finally:
            self._in_flight.release()

    async def _load(self, claim: Claim) -> Message | None:
        """The message, loaded right before it is sent; None where it is not to be sent now."""
        message, now = await self._outbox.load_message(claim), self._now()
        if message is None or not message.is_reminder:
            return message
        if message.is_chosen and _is_senseless(message):
            # The message about the change of the event told so.
            await self._outbox.drop(claim, "senseless", now)
            return None
        if await self._outbox.is_superseded(message, now):
            await self._outbox.drop(claim, "superseded", now)
            return None
        if _has_passed(message, now):
            # The planner replaces it by the one message that the event has passed.
            await self._outbox.retry(claim, _PASSED_DELAY, "passed", counts=False)
            return None
        return message

    async def _wait_for_permit(self) -> bool:
        """Wait until this worker may send; False where Telegram asked for a long pause.

        A permit that reached us too late is not used: it would coincide with another
        worker's, and Telegram would count too many messages in one second.
        """
        while True:
            permit = await self._rate_limiter.acquire()
            if permit.wait > _MAX_WAIT:
                return False
            at = time.monotonic() + permit.wait
            await asyncio.sleep(permit.wait)
            if permit.granted and time.monotonic() - at < _MAX_LATENESS:
                return True

    async def _send(self, claim: Claim, message: Message) -> None:
        now = self._now()
        late = now - message.due_at > self._late_after
        outcome = await self._sender.send(message, late=late, now=now)
        await _retry_until_done(lambda: self._record(claim, message, outcome))

    async def _record(self, claim: Claim, message: Message, outcome: SendOutcome) -> None:
        now = self._now()
        match outcome:
            case Sent():
                await self._outbox.mark_sent(claim, message, outcome.message_id, now)
            case RetryAfter():
                log.info("telegram asks to wait", seconds=outcome.seconds)
                await self._rate_limiter.pause(outcome.seconds)
                await self._outbox.retry(claim, outcome.seconds, "retry after", counts=False)
            case TemporaryFailure():
                pause = self._backoff(claim.attempts)
                await self._outbox.retry(claim, pause, outcome.reason, counts=True)
            case ChatUnreachable():
                await self._outbox.mark_chat_unreachable(claim, outcome.state, now)
            case ChatMigrated():
                await self._outbox.migrate_chat(claim, outcome.chat_id, now)
            case Rejected():
                log.warning("message refused", row=claim.id, reason=outcome.reason)
                await self._outbox.mark_failed(claim, outcome.reason, now)
            case NothingToSend():
                await self._outbox.drop(claim, "nothing to say", now)

    def _backoff(self, attempts: int) -> float:
        """Seconds: exponential, with jitter over the upper half so that rows do not all retry at once."""
        longest = min(2.0 ** min(attempts, 20), _MAX_BACKOFF)
        return self._random.uniform(longest / 2, longest)


async def _retry_until_done(record: Callable[[], Awaitable[None]]) -> None:
    """The outcome of a message that was sent must be stored, even if the database is away for a while."""
    while True:
        try:
            return await record()
        except Exception as error:  # noqa: BLE001 - whatever the database says, try again
            log.warning("outcome not recorded yet", reason=repr(error))
        await asyncio.sleep(_RECORD_RETRY_DELAY)


def _has_passed(message: Message, now: datetime) -> bool:
    """Whether the event of a reminder is over."""
    ends = _end(message)
    return ends is not None and now >= ends


def _is_senseless(message: Message) -> bool:
    """Whether a chosen moment comes after the end of its event, which is gone or cancelled, or was moved."""
    if message.after is None or message.after.get("cancelled"):
        return True
    ends = _end(message)
    return ends is not None and message.due_at >= ends


def _end(message: Message) -> datetime | None:
    """When the event is over; None where its date is not named."""
    if message.after is None or not message.after.get("when"):
        return None
    return passes_at(EdtfDate.parse(message.after["when"]), ZoneInfo(message.zone))


async def _sleep_unless(stopping: asyncio.Event, seconds: float) -> None:
    """Sleep, or return as soon as `stopping` is set."""
    try:
        async with asyncio.timeout(seconds):
            await stopping.wait()
    except TimeoutError:
        return
