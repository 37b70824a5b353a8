"""The rate limiter that all workers share through the database (table `pace`), with pauses for all."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from math import floor

from sqlalchemy import literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records.outbox import SendPermit
from bot.storage.connection.database import Database
from bot.storage.connection.upsert import insert_into
from bot.storage.tables import pace
from bot.storage.tables.recent_sends import NthLatest, WithLatest, no_sends
from bot.storage.tables.sql_time import DatabaseSeconds, Greatest

_CATCH_UP_FACTOR = 1.1
"""After lost time messages may follow each other this much faster, within the limit per second."""
_WINDOW_MARGIN = 0.02
"""The window of one second is counted this much longer: requests may arrive closer than they were sent."""
_EARLY = 0.03
"""Seconds before its time at which a slot may be taken: the round trip to the database."""
_MIN_WAIT = 0.001
_SAMPLES = 50
"""Round trips by which the clocks are compared; a clock that was set anew is noticed within two seconds."""
_MAX_CACHE_AGE = 0.5
"""Seconds for which the last look at the slots and pauses of other workers is relied on."""
_ALL = "all"
_THE_ROW = pace.c.key == _ALL


class StoredRateLimiter:
    """At most `per_second` messages in any second, evenly spaced.

    A slot is taken only right before its time: a worker that was delayed does not send
    together with another one, and the time lost is made up within the second.
    """

    def __init__(self, database: Database, per_second: float) -> None:
        self._database = database
        self._lock = asyncio.Lock()
        self._not_before = 0.0
        self._offsets: deque[float] = deque(maxlen=_SAMPLES)
        now, free = DatabaseSeconds(), _next_free(per_second)
        slot, gap = Greatest(free, now), literal(1 / (per_second * _CATCH_UP_FACTOR))
        times = ((free - literal(_EARLY)).label("wait"), now.label("now"))
        values = {"next_at": slot + gap, "recent": WithLatest(pace.c.recent, slot)}
        take = update(pace).where(_THE_ROW, free <= now + literal(_EARLY)).values(values)
        # Built once: building the statements takes longer than executing them.
        self._take_statement = take.returning(NthLatest(pace.c.recent, 1).label("slot"), *times)
        self._look_statement = select(*times).where(_THE_ROW)

    async def acquire(self) -> SendPermit:
        """Take the next slot if its time has come, or comes within `_EARLY`."""
        async with self._lock:
            early = self._not_before - time.monotonic()
            return SendPermit(granted=False, wait=early) if early > 0 else await self._take_slot()

    async def _take_slot(self) -> SendPermit:
        async with self._database.autocommit() as connection:
            row = (await connection.execute(self._take_statement)).first()
            seen = row or (await connection.execute(self._look_statement)).first()
            if seen is None:
                await _insert_row(connection)
        if seen is None:
            return SendPermit(granted=False, wait=_MIN_WAIT)
        local_now = time.monotonic()
        self._offsets.append(float(seen.now) - local_now)
        # The fastest recent round trip gives the best estimate of the offset of the database's clock.
        database_now = local_now + max(self._offsets)
        wait = max(_MIN_WAIT, float(seen.wait) - database_now)
        self._not_before = local_now + min(wait, _MAX_CACHE_AGE)
        return (
            SendPermit(granted=True, wait=float(row.slot) - database_now)
            if row
            else SendPermit(granted=False, wait=wait)
        )

    async def pause(self, seconds: float) -> None:
        """No worker sends for this long (HTTP 429). A longer pause in force is kept."""
        until = Greatest(pace.c.paused_until, DatabaseSeconds() + literal(seconds))
        async with self._database.write() as connection:
            await _insert_row(connection)
            await connection.execute(update(pace).where(_THE_ROW).values(paused_until=until))

    async def pause_left(self) -> float:
        """Seconds until the pause ends, 0 where there is none."""
        query = select(pace.c.paused_until - DatabaseSeconds()).where(_THE_ROW)
        async with self._database.read() as connection:
            left = await connection.scalar(query)
        return max(0.0, float(left or 0.0))


def _next_free(per_second: float) -> Greatest:
    """When the next slot is free: after the last one, with fewer than the limit in the window before it."""
    number = max(1, floor(per_second))
    window = number / per_second * (1 + _WINDOW_MARGIN)
    return Greatest(pace.c.next_at, pace.c.paused_until, NthLatest(pace.c.recent, number) + literal(window))


async def _insert_row(connection: AsyncConnection) -> None:
    row = {"key": _ALL, "next_at": 0.0, "paused_until": 0.0, "recent": no_sends()}
    await connection.execute(insert_into(connection, pace).values(row).on_conflict_do_nothing())
