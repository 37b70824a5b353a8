"""The rate limiter that workers share through the database: slots and pauses, on both databases."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from itertools import pairwise

from sqlalchemy import select

from bot.storage.connection.database import Database
from bot.storage.outbox.rate_limiter import StoredRateLimiter
from bot.storage.tables import pace


async def take_slots(limiters: Sequence[StoredRateLimiter], count: int) -> list[float]:
    """The times of `count` slots, taken by one worker per limiter."""
    slots: list[float] = []

    async def worker(limiter: StoredRateLimiter) -> None:
        while len(slots) < count:
            permit = await limiter.acquire()
            await asyncio.sleep(permit.wait)
            if permit.granted:
                slots.append(time.monotonic())

    await asyncio.gather(*(worker(limiter) for limiter in limiters))
    return slots


async def test_workers_share_the_slots_and_never_exceed_the_rate(database: Database) -> None:
    slots = await take_slots([StoredRateLimiter(database, per_second=8) for _ in range(3)], 17)
    # At most 8 in any 1.02 s: the 9th comes a second after the first, the 17th two. Our own clock
    # reads the times a little later, hence the tolerances.
    assert all(later - sooner > 0.95 for sooner, later in zip(slots, slots[8:], strict=False))
    assert slots[16] - slots[0] < 3.5
    assert all(later - sooner > 0.05 for sooner, later in pairwise(slots))


async def test_a_window_of_a_second_is_counted_longer_by_a_margin(database: Database) -> None:
    await take_slots([StoredRateLimiter(database, per_second=2)], 3)
    async with database.read() as connection:
        times = await connection.scalar(select(pace.c.recent))
    assert times is not None
    first, _, third = times[-3:]
    assert third - first >= 1.02 - 1e-6


async def test_lost_time_is_made_up_within_the_second_but_not_at_once(database: Database) -> None:
    limiter = StoredRateLimiter(database, per_second=10)
    await take_slots([limiter], 3)
    await asyncio.sleep(0.3)
    slots = await take_slots([limiter], 4)
    assert slots[3] - slots[0] > 3 / 11 - 0.03
    assert slots[3] - slots[0] < 0.6


async def test_a_pause_stops_every_worker(database: Database) -> None:
    await StoredRateLimiter(database, per_second=28).pause(1.2)
    other = StoredRateLimiter(database, per_second=28)
    assert 0.5 < await other.pause_left() <= 1.2
    permit = await other.acquire()
    assert not permit.granted
    assert 0.5 < permit.wait <= 1.2


async def test_a_shorter_pause_does_not_cut_a_longer_one(database: Database) -> None:
    limiter = StoredRateLimiter(database, per_second=28)
    await limiter.pause(30)
    await limiter.pause(1)
    assert await limiter.pause_left() > 25


async def test_without_a_pause_none_is_left(database: Database) -> None:
    limiter = StoredRateLimiter(database, per_second=28)
    assert await limiter.pause_left() == 0
    await take_slots([limiter], 1)
    assert await limiter.pause_left() == 0
