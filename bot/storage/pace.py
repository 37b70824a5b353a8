"""The pace that all workers share through the database: one message at a time, pauses obeyed by all."""

from __future__ import annotations

from sqlalchemy import literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.engine import Database
from bot.storage.instants import DatabaseSeconds, Greatest
from bot.storage.tables import pace
from bot.storage.upsert import insert_into

_ALL = "all"
MADE_UP = 0.7
"""Steps that a late worker may make up. With 28 a second and moments used up to 30 ms late no second
sees more than 28 + 0.7 + 0.84 requests, and a little room is left for the way."""
_OURS = pace.c.key == _ALL


class StoredPace:
    """`per_second` messages a second in all, evenly."""

    def __init__(self, database: Database, per_second: float) -> None:
        self._database = database
        self._step = 1 / per_second

    async def reserve(self) -> float:
        """Take the next free moment; seconds until it. Each call takes another."""
        step, now = literal(self._step), DatabaseSeconds()
        # Who is late by a little makes it up: else every hiccup would cost a message.
        slot = Greatest(pace.c.next_at, pace.c.paused_until, now - literal(self._step * MADE_UP))
        take = update(pace).where(_OURS).values(next_at=slot + step)
        async with self._database.quick_write() as connection:
            row = (await connection.execute(take.returning(pace.c.next_at - step - now))).first()
            if row is None:
                await _begin(connection)
                row = (await connection.execute(take.returning(pace.c.next_at - step - now))).one()
        return max(0.0, float(row[0]))

    async def pause(self, seconds: float) -> None:
        """Telegram asks for silence: no worker sends for so long. A longer pause stands."""
        until = Greatest(pace.c.paused_until, DatabaseSeconds() + literal(seconds))
        async with self._database.write() as connection:
            await _begin(connection)
            await connection.execute(update(pace).where(_OURS).values(paused_until=until))

    async def paused(self) -> float:
        """Seconds that the pause still lasts, 0 where there is none."""
        query = select(pace.c.paused_until - DatabaseSeconds()).where(_OURS)
        async with self._database.read() as connection:
            left = await connection.scalar(query)
        return max(0.0, float(left or 0.0))


async def _begin(connection: AsyncConnection) -> None:
    first = {"key": _ALL, "next_at": 0.0, "paused_until": 0.0}
    await connection.execute(insert_into(connection, pace).values(first).on_conflict_do_nothing())
