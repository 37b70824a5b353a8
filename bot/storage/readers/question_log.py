"""The question log: questions and replies, for `/why`, for buttons under old answers and for statistics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import Row, Select, delete, func, insert, select

from bot.records.question_log import LOOKED_BACK, AskedQuestion
from bot.storage.connection.database import Database
from bot.storage.tables import asked


class StoredQuestions:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def record(self, question: AskedQuestion) -> None:
        row = asdict(question) | {"facts": list(question.facts), "understood": question.understood or None}
        async with self._database.write() as connection:
            await connection.execute(insert(asked).values(row))

    async def last(self, chat_id: int, user_id: int) -> AskedQuestion | None:
        """The newest question of a user in a chat."""
        return await self._first(select(asked).where(asked.c.chat_id == chat_id, asked.c.user_id == user_id))

    async def last_of_base(self, chat_id: int, user_id: int) -> AskedQuestion | None:
        """The newest that is no small talk, of the last few."""
        query = select(asked).where(asked.c.chat_id == chat_id, asked.c.user_id == user_id)
        async with self._database.read() as connection:
            rows = (await connection.execute(query.order_by(asked.c.id.desc()).limit(LOOKED_BACK))).all()
        return next((one for one in map(_asked, rows) if one.is_of_base), None)

    async def by_message(self, chat_id: int, message_id: int) -> AskedQuestion | None:
        """The question that this message of the bot answered; the newest one where it was edited."""
        query = select(asked).where(asked.c.chat_id == chat_id, asked.c.message_id == message_id)
        return await self._first(query)

    async def texts(self, since: datetime, limit: int) -> Sequence[str]:
        """Texts of questions asked since, each once, the newest first."""
        newest = func.max(asked.c.id)
        query = select(asked.c.text).where(asked.c.at >= since, asked.c.text != "").group_by(asked.c.text)
        async with self._database.read() as connection:
            return list((await connection.scalars(query.order_by(newest.desc()).limit(limit))).all())

    async def purge(self, before: datetime) -> int:
        """Delete questions asked before; returns how many."""
        async with self._database.write() as connection:
            result = await connection.execute(delete(asked).where(asked.c.at < before))
        return result.rowcount

    async def _first(self, query: Select[tuple[object, ...]]) -> AskedQuestion | None:
        async with self._database.read() as connection:
            row = (await connection.execute(query.order_by(asked.c.id.desc()).limit(1))).first()
        return None if row is None else _asked(row)


def _asked(row: Row[tuple[object, ...]]) -> AskedQuestion:
    values = dict(row._mapping)
    for name in ("id", "proposal", "closed_at"):
        del values[name]
    changed = {"facts": tuple(values["facts"]), "understood": values["understood"] or ""}
    return AskedQuestion(**{**values, **changed})
