"""An update that is delivered twice while the database goes away is handled once."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from bot.errors import StorageUnavailableError
from bot.records.updates import Incoming, Standing
from bot.settings.tasks import start_task
from bot.telegram.updates.chat_queues import ChatQueues
from bot.telegram.updates.intake import Intake, QueuedUpdate
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
