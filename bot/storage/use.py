"""How often a fact answered, counted from the questions that are kept."""

from __future__ import annotations

from sqlalchemy import String, cast, func, select

from bot.records.use import Use
from bot.storage.engine import Database
from bot.storage.tables import asked
from knowledge.model import FactId


class StoredFactUse:
    """Ratings are nobody's yet: both counts are 0."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, fact_id: FactId) -> Use:
        # The list is JSON text in either database, and an id holds no character that LIKE reads.
        shown = cast(asked.c.facts, String).like(f'%"{fact_id}"%')
        query = select(func.count()).select_from(asked).where(asked.c.outcome == "answer", shown)
        async with self._database.read() as connection:
            return Use(answered=await connection.scalar(query) or 0)
