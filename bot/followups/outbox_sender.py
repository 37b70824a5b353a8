"""Sends what is due: each row once, at the pace that all workers share, whatever Telegram answers."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import structlog

from bot.followups.ports import Outbox, RateLimiter, Sender
from bot.followups.schedule import passes_at
from bot.followups.send_outcome import (
    ChatMigrated,
    ChatUnreachable,
    NothingToSend,
    Outcome,
    Rejected,
    RetryAfter,
    Sent,
    TemporaryFailure,
)
from bot.records.outbox import Claim, Message, MessageKind
from knowledge.facts.dates import EdtfDate

log = structlog.get_logger()
BATCH = 28
"""Rows claimed at once: a second's worth."""
IN_FLIGHT = 20
"""Rows in hand at once; after a kill at most so many may be sent twice."""
_DOORS = 3
"""Rows looked up and waiting for a moment at once: a slow look does not let a moment pass."""
_PATIENCE = 3.0
"""A longer pause is waited for with nothing claimed, so that leases do not run out."""
_LONGEST = 300.0
_CLOSING = 30.0
_RECORD_AGAIN = 0.5
_PUNCTUAL = 0.03
"""Seconds by which a moment that was taken may be missed."""


class OutboxSender:
    """`late_after` is the delay from which a message says that it is late."""

    def __init__(
        self,
        outbox: Outbox,
        pace: RateLimiter,
        sender: Sender,
        now: Callable[[], datetime],
        *,
        late_after: timedelta = timedelta(minutes=10),
        random: Random | None = None,
    ) -> None:
        self._outbox = outbox
        self._pace = pace
        self._sender = sender
        self._now = now
        self._late_after = late_after
        self._random = random or Random()
        self._room = asyncio.Semaphore(IN_FLIGHT)
        self._doors = asyncio.Semaphore(_DOORS)

    async def round(self, group: asyncio.TaskGroup, stopping: asyncio.Event) -> int:
        """Claim what is due and start sending it in `group`; how many rows were claimed."""
        if (pause := await self._pace.pause_left()) > 0:
            await _sleep_unless(stopping, pause)
            return 0
        claims = await self._outbox.claim(self._now(), BATCH)
        for claim in claims:
            await self._room.acquire()
            group.create_task(self._deliver(claim, stopping))
        return len(claims)

    async def _deliver(self, claim: Claim, stopping: asyncio.Event) -> None:
        try:
            async with self._doors:
                message = None if stopping.is_set() else await self._wanted(claim)
                if stopping.is_set() or (message is not None and not await self._turn()):
                    return await self._outbox.retry(claim, 0, "", counts=False)
            if message is not None:
                await self._send(claim, message)
        except Exception as error:  # noqa: BLE001 - one row must not end the delivery of the others
            log.warning("row left to its lease", row=claim.id, reason=repr(error))
        finally:
            self._room.release()

    async def _wanted(self, claim: Claim) -> Message | None:
        """What to send, looked up at the last moment; None where it is not to be sent now."""
        message = await self._outbox.load_message(claim)
        if message is not None and _is_over(message, self._now()):
            # The planner turns it into the one message that says so.
            await self._outbox.retry(claim, _CLOSING, "passed", counts=False)
            return None
        return message

    async def _turn(self) -> bool:
        """Wait for a moment to send; False where Telegram asked for a long silence.

        A moment that took too long to reach us is let go: used late, it would meet another
        worker's, and Telegram would count too many in one second.
        """
        while True:
            permit = await self._pace.acquire()
            if permit.wait > _PATIENCE:
                return False
            at = time.monotonic() + permit.wait
            await asyncio.sleep(permit.wait)
            if permit.granted and time.monotonic() - at < _PUNCTUAL:
                return True

    async def _send(self, claim: Claim, message: Message) -> None:
        now = self._now()
        late = now - message.due_at > self._late_after
        outcome = await self._sender.send(message, late=late, now=now)
        await self._until_recorded(lambda: self._record(claim, message, outcome))

    async def _until_recorded(self, record: Callable[[], Awaitable[None]]) -> None:
        """A message that was sent must be noted, even if the database is away for a while."""
        while True:
            try:
                return await record()
            except Exception as error:  # noqa: BLE001 - whatever the database says, try again
                log.warning("outcome not recorded yet", reason=repr(error))
            await asyncio.sleep(_RECORD_AGAIN)

    async def _record(self, claim: Claim, message: Message, outcome: Outcome) -> None:
        now = self._now()
        match outcome:
            case Sent():
                await self._outbox.mark_sent(claim, message, outcome.message_id, now)
            case RetryAfter():
                log.info("telegram asks to wait", seconds=outcome.seconds)
                await self._pace.pause(outcome.seconds)
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
        """Seconds: doubling, at random within the upper half, so that rows do not come back together."""
        longest = min(2.0 ** min(attempts, 20), _LONGEST)
        return self._random.uniform(longest / 2, longest)


def _is_over(message: Message, now: datetime) -> bool:
    if (
        message.what in (MessageKind.CHANGED, MessageKind.PASSED)
        or message.after is None
        or not message.after.get("when")
    ):
        return False
    return now >= passes_at(EdtfDate.parse(message.after["when"]), ZoneInfo(message.zone))


async def _sleep_unless(stopping: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stopping.wait(), seconds)
    except TimeoutError:
        return
