"""How often a fact was shown and how those answers were rated, counted from the question log."""

from __future__ import annotations

from sqlalchemy import ColumnElement, String, and_, case, cast, func, select

from bot.records.fact_usage import FactUsage
from bot.storage.connection.database import Database
from bot.storage.tables import asked, ratings
from knowledge.facts.model import FactId


class StoredFactUsage:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, fact_id: FactId) -> FactUsage:
        good, bad = (func.sum(case((ratings.c.good.is_(value), 1), else_=0)) for value in (True, False))
        rated = select(good, bad).select_from(ratings.join(asked, asked.c.id == ratings.c.asked_id))
        count = select(func.count()).select_from(asked)
        async with self._database.read() as connection:
            answered = await connection.scalar(count.where(shows(fact_id)))
            liked, disliked = (await connection.execute(rated.where(shows(fact_id)))).one()
        return FactUsage(answered=answered or 0, liked=liked or 0, disliked=disliked or 0)


def shows(fact_id: FactId) -> ColumnElement[bool]:
    """Whether a question was answered with this fact."""
    # The list is JSON text in both databases, and an id contains no wildcard of LIKE.
    return and_(asked.c.outcome == "answer", cast(asked.c.facts, String).like(f'%"{fact_id}"%'))
