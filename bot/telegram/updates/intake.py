"""The intake: an update is durable, or handled, before Telegram is told that it is taken.

The inbox stores it and tells whether it is new. While the database is away an update is handled without being
stored, and Telegram is told only after the reply.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import structlog

from bot.errors import StorageUnavailableError
from bot.records.updates import Incoming, Standing, Unfinished
from bot.telegram.ports import UpdateInbox
from bot.telegram.updates.chat_queues import ChatQueues
from bot.telegram.updates.known_updates import KnownUpdates
from bot.telegram.updates.raw_updates import RawUpdate, asker, fingerprint, queue_key

log = structlog.get_logger()
RECOVER_EVERY = 3.0
"""Seconds between looks for what processes left that are gone."""
STORE_AGAIN_EVERY = 0.5
"""Seconds between attempts to store what is being handled without being stored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedUpdate:
    """`begun`: the inbox has it as begun. `stored`: the inbox has it. `left`: by a process that is gone.
    `behind`: as it came, where another process has an earlier update of its chat.
    """

    number: int
    raw: RawUpdate
    stored: bool = True
    begun: bool = True
    left: Unfinished | None = None
    behind: Incoming | None = None


class Intake:
    """`is_unheard`: whether an update, after those of its chat that wait, gets no reply in any case: then it
    is not stored either.
    """

    def __init__(
        self,
        bot_id: int,
        inbox: UpdateInbox,
        queues: ChatQueues[QueuedUpdate],
        is_unheard: Callable[[RawUpdate, Sequence[RawUpdate]], bool] = lambda _raw, _ahead: False,
    ) -> None:
        self._bot_id = bot_id
        self._inbox = inbox
        self._queues = queues
        self._is_unheard = is_unheard
        self._known = KnownUpdates()

    async def accept(self, batch: Sequence[RawUpdate]) -> None:
        """Returns once each update is durable or handled; it is handled soon, in the order of its chat.

        Raises StorageUnavailableError or CancelledError if they shall come again.
        """
        given = self._incoming(batch)
        new = [one for one in given if one.number not in self._known]
        try:
            standings = await self._inbox.take(new) if new else ()
        except StorageUnavailableError:
            for one in new:
                self._enqueue(QueuedUpdate(number=one.number, raw=one.body, stored=False))
        else:
            for one, standing in zip(new, standings, strict=True):
                if standing in (Standing.NEW, Standing.BEHIND):
                    behind = one if standing is Standing.BEHIND else None
                    queued = QueuedUpdate(number=one.number, raw=one.body, begun=one.starts, behind=behind)
                    self._enqueue(queued)
        await self._stored_or_handled(given)

    async def recover(self) -> None:
        """Handle what processes left that are gone. Raises StorageUnavailableError."""
        for left in await self._inbox.take_over(self._known.__contains__):
            self._enqueue(QueuedUpdate(number=left.number, raw=left.body, begun=False, left=left))

    async def run(self, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        """Recover again and again, until cancelled."""
        while True:
            try:
                await self.recover()
            except Exception as error:  # noqa: BLE001 - the database comes back
                log.debug("nothing taken over", reason=type(error).__name__)
            await sleep(RECOVER_EVERY)

    def _incoming(self, batch: Sequence[RawUpdate]) -> list[Incoming]:
        """Each update once; the first of a chat starts at once where its lane is free."""
        found: dict[int, Incoming] = {}
        lanes: dict[int, list[RawUpdate]] = {}
        for raw in batch:
            lane = queue_key(raw)
            before = lanes.get(lane, ())
            if self._is_unheard(raw, [*(one.raw for one in self._queues.waiting(lane)), *before]):
                continue
            number = fingerprint(raw, self._bot_id)
            chat, user = asker(raw)
            starts = not before and self._queues.is_idle(lane)
            lanes.setdefault(lane, []).append(raw)
            found[number] = Incoming(number=number, body=raw, chat_id=chat, user_id=user, starts=starts)
        return list(found.values())

    async def _stored_or_handled(self, given: Sequence[Incoming]) -> None:
        """Wait until all are handled that are not stored, or the database is back and has them."""
        while waiting := [(one, done) for one in given if (done := self._known.unstored(one.number))]:
            handled, left = await asyncio.wait([done for _, done in waiting], timeout=STORE_AGAIN_EVERY)
            if not all(done.result() for done in handled):
                raise StorageUnavailableError
            if left and not self._inbox.is_down:
                try:
                    await self._inbox.take([one for one, done in waiting if not done.done()])
                except StorageUnavailableError:
                    continue
                return

    def _enqueue(self, update: QueuedUpdate) -> None:
        """Unless this process has or had it already."""
        if update.number not in self._known:
            done = self._queues.enqueue(queue_key(update.raw), update)
            self._known.add(update.number, done, stored=update.stored)
