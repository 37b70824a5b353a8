"""The background worker: it plans and sends beside the bot, stops at once, survives outages."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from bot.followups.background_worker import run_worker
from bot.records.outbox import Claim
from bot.storage.connection.database import Database
from bot.storage.outbox.outbox import StoredOutbox
from tests.followups.harness import FollowUpsHarness, base


@pytest.fixture
async def followups(sqlite: Database) -> FollowUpsHarness:
    """One chat whose reminder «за неделю» is due, and not planned yet."""
    followups = FollowUpsHarness(sqlite, "2027-05-14 10:01")
    await followups.seed(base())
    await followups.follow(1)
    followups.clock.now += timedelta(days=24)
    return followups


async def wait_for_a_message(followups: FollowUpsHarness) -> None:
    async with asyncio.timeout(10):
        while not followups.telegram.messages:  # noqa: ASYNC110 - the fake has no event to wait for
            await asyncio.sleep(0.05)


async def test_the_worker_plans_and_sends_and_stops_at_once(followups: FollowUpsHarness) -> None:
    async with run_worker(followups.planner, followups.outbox_sender, followups.clock, stop_within=2):
        await wait_for_a_message(followups)
        began = time.monotonic()
    assert time.monotonic() - began < 1
    assert followups.telegram.sent_lines == ["1 week dialogue-2"]


class FailingOutbox(StoredOutbox):
    """The database is away at the first claim."""

    away = 1

    async def claim(self, now: datetime, limit: int) -> Sequence[Claim]:
        if self.away:
            self.away -= 1
            raise OSError("connection refused")
        return await super().claim(now, limit)


async def test_the_worker_survives_an_outage_of_the_database(followups: FollowUpsHarness) -> None:
    followups.outbox = FailingOutbox(followups.database, 60.0)
    outbox_sender = followups.new_outbox_sender()
    async with run_worker(followups.planner, outbox_sender, followups.clock, stop_within=2):
        await wait_for_a_message(followups)
    assert followups.telegram.sent_lines == ["1 week dialogue-2"]
