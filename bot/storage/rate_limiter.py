"""The pace that all workers share through the database: one message at a time, pauses obeyed by all."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from math import floor

from sqlalchemy import literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records.outbox import SendPermit
from bot.storage.database import Database
from bot.storage.recent_sends import NthLatest, WithLatest, no_sends
from bot.storage.sql_time import DatabaseSeconds, Greatest
from bot.storage.tables import pace
from bot.storage.upsert import insert_into

CATCHING_UP = 1.1
"""So much quicker than the pace who lost time may go, while the whole second stays within its number."""
SPARE = 0.02
"""The second is counted as a little longer: requests may come that much closer than they left."""
AHEAD = 0.03
"""Seconds before it comes at which a moment may be taken: the way to the database and back."""
_TICK = 0.001
_SAMPLES = 50
"""Answers by which the clocks are compared: should one be set anew, two seconds later it is known."""
_LOOK_AGAIN = 0.5
"""What was seen of the others' moments and pauses holds no longer than so many seconds."""
_ALL = "all"
_OURS = pace.c.key == _ALL


class StoredRateLimiter:
    """At most `per_second` messages in any second, and no two of them at once.

    A moment is taken when it has all but come: a worker that the machine kept waiting
    bunches with nobody, and it, or another, makes up what was left within the second.
    """

    def __init__(self, database: Database, per_second: float) -> None:
        self._database = database
        self._asking = asyncio.Lock()
        self._not_before = 0.0
        self._offsets: deque[float] = deque(maxlen=_SAMPLES)
        now, free = DatabaseSeconds(), _free(per_second)
        moment, gap = Greatest(free, now), literal(1 / (per_second * CATCHING_UP))
        times = ((free - literal(AHEAD)).label("again"), now.label("now"))
        values = {"next_at": moment + gap, "recent": WithLatest(pace.c.recent, moment)}
        take = update(pace).where(_OURS, free <= now + literal(AHEAD)).values(values)
        # Built once: that takes longer than to have them answered.
        self._taken = take.returning(NthLatest(pace.c.recent, 1).label("moment"), *times)
        self._asked = select(*times).where(_OURS)

    async def acquire(self) -> SendPermit:
        """Take the next moment if it has come, or comes at once."""
        async with self._asking:
            early = self._not_before - time.monotonic()
            return SendPermit(granted=False, wait=early) if early > 0 else await self._take()

    async def _take(self) -> SendPermit:
        async with self._database.autocommit() as connection:
            row = (await connection.execute(self._taken)).first()
            seen = row or (await connection.execute(self._asked)).first()
            if seen is None:
                await _begin(connection)
        if seen is None:
            return SendPermit(granted=False, wait=_TICK)
        here = time.monotonic()
        self._offsets.append(float(seen.now) - here)
        # The quickest answer of late shows best how far the database's clock is from ours.
        there = here + max(self._offsets)
        again = max(_TICK, float(seen.again) - there)
        self._not_before = here + min(again, _LOOK_AGAIN)
        return (
            SendPermit(granted=True, wait=float(row.moment) - there)
            if row
            else SendPermit(granted=False, wait=again)
        )

    async def pause(self, seconds: float) -> None:
        """Telegram asks for silence: no worker sends for so long. A longer pause stands."""
        until = Greatest(pace.c.paused_until, DatabaseSeconds() + literal(seconds))
        async with self._database.write() as connection:
            await _begin(connection)
            await connection.execute(update(pace).where(_OURS).values(paused_until=until))

    async def pause_left(self) -> float:
        """Seconds that the pause still lasts, 0 where there is none."""
        query = select(pace.c.paused_until - DatabaseSeconds()).where(_OURS)
        async with self._database.read() as connection:
            left = await connection.scalar(query)
        return max(0.0, float(left or 0.0))


def _free(per_second: float) -> Greatest:
    """When the next moment is free: after the last one, and with fewer than the number before it."""
    number = max(1, floor(per_second))
    window = number / per_second * (1 + SPARE)
    return Greatest(pace.c.next_at, pace.c.paused_until, NthLatest(pace.c.recent, number) + literal(window))


async def _begin(connection: AsyncConnection) -> None:
    first = {"key": _ALL, "next_at": 0.0, "paused_until": 0.0, "recent": no_sends()}
    await connection.execute(insert_into(connection, pace).values(first).on_conflict_do_nothing())
