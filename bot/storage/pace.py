"""The pace that all workers share through the database: one message at a time, pauses obeyed by all."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select, update

from bot.storage.engine import Database
from bot.storage.instants import DatabaseNow
from bot.storage.rows import EPOCH
from bot.storage.tables import pace
from bot.storage.upsert import insert_into

_ALL = "all"


class StoredPace:
    """`per_second` messages a second in all, evenly."""

    def __init__(self, database: Database, per_second: float) -> None:
        self._database = database
        self._step = timedelta(seconds=1 / per_second)

    async def reserve(self) -> float:
        """Take the next free moment; seconds until it. Each call takes another."""
        columns = (pace.c.next_at, pace.c.paused_until, DatabaseNow().label("now"))
        query = select(*columns).where(pace.c.key == _ALL).with_for_update()
        async with self._database.write() as connection:
            row = (await connection.execute(query)).first()
            if row is None:
                first = {"key": _ALL, "next_at": EPOCH, "paused_until": EPOCH}
                await connection.execute(insert_into(connection, pace).values(first).on_conflict_do_nothing())
                row = (await connection.execute(query)).one()
            # Who is late by less than a step makes it up: else every hiccup would cost a message.
            slot: datetime = max(row.next_at, row.paused_until, row.now - self._step)
            await connection.execute(update(pace).where(pace.c.key == _ALL).values(next_at=slot + self._step))
        wait: timedelta = slot - row.now
        return max(0.0, wait.total_seconds())

    async def pause(self, seconds: float) -> None:
        """Telegram asks for silence: no worker sends for so long. A longer pause stands."""
        until = DatabaseNow(seconds)
        longer = update(pace).where(pace.c.key == _ALL, pace.c.paused_until < until)
        async with self._database.write() as connection:
            first = {"key": _ALL, "next_at": EPOCH, "paused_until": EPOCH}
            await connection.execute(insert_into(connection, pace).values(first).on_conflict_do_nothing())
            await connection.execute(longer.values(paused_until=until))

    async def paused(self) -> float:
        """Seconds that the pause still lasts, 0 where there is none."""
        query = select(pace.c.paused_until, DatabaseNow().label("now")).where(pace.c.key == _ALL)
        async with self._database.read() as connection:
            row = (await connection.execute(query)).first()
        left: timedelta = timedelta() if row is None else row.paused_until - row.now
        return max(0.0, left.total_seconds())
