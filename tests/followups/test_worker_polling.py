"""How often the background worker asks the outbox: at once while messages are due, seldom while none is."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

from bot.followups.background_worker import run_worker
from bot.followups.outbox_sender import OutboxSender
from bot.records.outbox import Claim
from bot.storage.connection.database import Database
from bot.storage.outbox.outbox import StoredOutbox
from tests.followups.harness import FollowUpsHarness, base


class CountingOutbox(StoredOutbox):
    """Counts the claims."""

    claims = 0

    async def claim(self, now: datetime, limit: int) -> Sequence[Claim]:
        self.claims += 1
        return await super().claim(now, limit)


async def test_an_idle_worker_does_not_poll_without_a_pause(sqlite: Database) -> None:
    followups = FollowUpsHarness(sqlite, "2027-05-14 10:01")
    await followups.seed(base())
    outbox = CountingOutbox(sqlite, 60.0)
    followups.outbox = outbox
    async with run_worker(followups.planner, followups.new_outbox_sender(), followups.clock, stop_within=2):
        await asyncio.sleep(0.3)
    assert 1 <= outbox.claims <= 2


class NothingToPlan:
    async def step(self, _now: datetime) -> int:
        return 0


class AlwaysDue(OutboxSender):
    """Has a message due at every call, and waits for nothing."""

    def __init__(self) -> None:
        self.calls = 0

    async def send_batch(self, _tasks: asyncio.TaskGroup, stopping: asyncio.Event) -> int:
        self.calls += 1
        if self.calls == 1_000:
            stopping.set()
        return 1


async def test_a_busy_worker_lets_the_rest_of_the_bot_run() -> None:
    sender, turns = AlwaysDue(), 0
    async with (
        asyncio.timeout(10),
        run_worker(NothingToPlan(), sender, lambda: datetime(2027, 5, 1, tzinfo=UTC), stop_within=2),
    ):
        while sender.calls < 1_000:
            await asyncio.sleep(0)
            turns += 1
    assert turns > 100
