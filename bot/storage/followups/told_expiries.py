"""Which expiries editors have been told of."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import select

from bot.storage.connection.database import Database
from bot.storage.connection.upsert import insert_into
from bot.storage.tables import told_expiries


class StoredToldExpiries:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def told(self) -> Collection[str]:
        async with self._database.read() as connection:
            return set((await connection.scalars(select(told_expiries.c.key))).all())

    async def mark(self, keys: Sequence[str], at: datetime) -> None:
        async with self._database.write() as connection:
            for key in keys:
                new = insert_into(connection, told_expiries).values(key=key, at=at)
                await connection.execute(new.on_conflict_do_nothing())
