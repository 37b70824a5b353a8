"""What the intake stores and queues: each update once, and none that nobody is to answer."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from bot.errors import StorageUnavailableError
from bot.records.updates import Incoming, Standing
from bot.settings.tasks import start_task
from bot.telegram.updates.chat_queues import ChatQueues
from bot.telegram.updates.intake import Intake, QueuedUpdate
from bot.telegram.updates.raw_updates import RawUpdate
from tests.telegram.memory_stores import MemoryUpdates

UPDATE = {"update_id": 1, "message": {"chat": {"id": 7}, "text": "а"}}


class GoingAway(MemoryUpdates):
    """Does not answer, and then is down."""

    def __init__(self) -> None:
        super().__init__()
        self.gone = asyncio.Event()

    async def take(self, updates: Sequence[Incoming]) -> list[Standing]:
        await self.gone.wait()
        self.is_down = True
        raise StorageUnavailableError


async def test_two_deliveries_in_flight_when_the_database_goes_away() -> None:
    handled: list[QueuedUpdate] = []

    async def handle(update: QueuedUpdate) -> bool:
        handled.append(update)
        return True

    store = GoingAway()
    intake = Intake(42, store, ChatQueues(handle))
    deliveries = [start_task(intake.accept([UPDATE])) for _ in range(2)]
    await asyncio.sleep(0)
    store.gone.set()
    await asyncio.gather(*deliveries)
    await intake.accept([UPDATE])
    assert [one.raw for one in handled] == [UPDATE]


async def test_what_gets_no_reply_is_neither_stored_nor_queued() -> None:
    seen: list[tuple[int, list[int]]] = []
    handled: list[int] = []
    gate = asyncio.Event()

    async def handle(update: QueuedUpdate) -> bool:
        await gate.wait()
        handled.append(update.raw["update_id"])
        return True

    def is_unheard(raw: RawUpdate, ahead: Sequence[RawUpdate]) -> bool:
        seen.append((raw["update_id"], [one["update_id"] for one in ahead]))
        return len(ahead) > 1

    store, queues = MemoryUpdates(), ChatQueues(handle)
    intake = Intake(42, store, queues, is_unheard)
    numbered = [{**UPDATE, "update_id": number} for number in range(5)]
    await intake.accept(numbered[:2])
    await asyncio.sleep(0)
    await intake.accept(numbered[2:])
    gate.set()
    await asyncio.sleep(0.05)
    assert seen == [(0, []), (1, [0]), (2, [1]), (3, [1, 2]), (4, [1, 2])]
    assert handled == [0, 1, 2]
    assert len(store.inbox) == 3
