"""The intake: an update is durable, or handled, before Telegram is told that it is taken.

The inbox stores it and tells whether it is new. While the database is away an update is handled without being
stored, and Telegram is told only after the reply.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

import structlog

from bot.errors import StorageUnavailableError
from bot.records.updates import Incoming, Standing, Unfinished
from bot.telegram.ports import UpdateInbox
from bot.telegram.updates.chat_queues import ChatQueues
from bot.telegram.updates.raw_updates import RawUpdate, asker, fingerprint, queue_key

log = structlog.get_logger()
RECOVER_EVERY = 3.0
"""Seconds between looks for what processes left that are gone."""
STORE_AGAIN_EVERY = 0.5
"""Seconds between attempts to store what is being handled without being stored."""
MOST_UNSTORED = 20_000
"""Numbers of unstored updates that are remembered."""


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
        self._unstored: OrderedDict[int, asyncio.Future[bool]] = OrderedDict()

    async def accept(self, batch: Sequence[RawUpdate]) -> None:
        """Returns once each update is durable or handled; it is handled soon, in the order of its chat.

        Raises StorageUnavailableError or CancelledError if they shall come again.
        """
        given = self._incoming(batch)
        new = [one for one in given if one.number not in self._unstored]
        again = [self._unstored[one.number] for one in given if one.number in self._unstored]
        try:
            standings = await self._inbox.take(new) if new else ()
        except StorageUnavailableError:
            again += [self._handle_unstored(one) for one in new]
        else:
            for one, standing in zip(new, standings, strict=True):
                if standing in (Standing.NEW, Standing.BEHIND):
                    behind = one if standing is Standing.BEHIND else None
                    queued = QueuedUpdate(number=one.number, raw=one.body, begun=one.starts, behind=behind)
                    self._enqueue(queued)
        if again:
            await self._stored_or_handled(given, again)

    async def recover(self) -> None:
        """Handle what processes left that are gone. Raises StorageUnavailableError."""
        for left in await self._inbox.take_over():
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

    def _handle_unstored(self, update: Incoming) -> asyncio.Future[bool]:
        if (known := self._unstored.get(update.number)) is not None:
            return known  # it was delivered twice while the database went away
        done = self._enqueue(QueuedUpdate(number=update.number, raw=update.body, stored=False))
        self._unstored[update.number] = done
        while len(self._unstored) > MOST_UNSTORED:
            self._unstored.popitem(last=False)
        return done

    async def _stored_or_handled(
        self, given: Sequence[Incoming], waiting: Sequence[asyncio.Future[bool]]
    ) -> None:
        """Wait until all are handled, or the database is back and has them."""
        while True:
            done, left = await asyncio.wait(waiting, timeout=STORE_AGAIN_EVERY)
            if not left:
                break
            if not self._inbox.is_down:
                try:
                    await self._inbox.take([one for one in given if not self._is_handled(one)])
                except StorageUnavailableError:
                    continue
                return
        if not all(one.result() for one in done):
            raise StorageUnavailableError

    def _is_handled(self, update: Incoming) -> bool:
        handled = self._unstored.get(update.number)
        return handled is not None and handled.done() and not handled.cancelled()

    def _enqueue(self, update: QueuedUpdate) -> asyncio.Future[bool]:
        return self._queues.enqueue(queue_key(update.raw), update)
