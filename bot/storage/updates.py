"""Updates already answered, so that one delivered again after a kill is not answered again."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select

from bot.storage.engine import Database
from bot.storage.tables import updates
from bot.storage.upsert import insert_into


class StoredUpdates:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def seen(self, update_id: int) -> bool:
        query = select(updates.c.update_id).where(updates.c.update_id == update_id)
        async with self._database.read() as connection:
            return await connection.scalar(query) is not None

    async def mark(self, update_id: int, at: datetime) -> None:
        """Marking twice is no error: two processes may have answered after a kill."""
        async with self._database.write() as connection:
            insert = insert_into(connection, updates).values(update_id=update_id, at=at)
            await connection.execute(insert.on_conflict_do_nothing())

    async def purge(self, before: datetime) -> int:
        """Drop those marked before (Telegram keeps an update for 24 hours); how many."""
        async with self._database.write() as connection:
            result = await connection.execute(delete(updates).where(updates.c.at < before))
        return result.rowcount
