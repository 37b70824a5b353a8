"""Forms that a command interrupted, as typed; they are offered until their editor opens or drops them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select

from bot.records.editing import UnfinishedForm
from bot.storage.connection.database import Database
from bot.storage.tables import unfinished_forms

_MOST = 20
"""Forms shown, newest first."""


class StoredUnfinishedForms:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, user_id: int, body: Mapping[str, Any], at: datetime) -> None:
        """`body` must be JSON-serialisable. A form that is kept as it is already is not kept twice."""
        async with self._database.write() as connection:
            mine = select(unfinished_forms).where(unfinished_forms.c.user_id == user_id)
            if any(row.body == body for row in await connection.execute(mine)):
                return
            row = {"user_id": user_id, "body": dict(body), "at": at}
            await connection.execute(insert(unfinished_forms).values(row))

    async def of(self, user_id: int) -> Sequence[UnfinishedForm]:
        """The newest first."""
        mine = select(unfinished_forms).where(unfinished_forms.c.user_id == user_id)
        newest = mine.order_by(unfinished_forms.c.id.desc()).limit(_MOST)
        async with self._database.read() as connection:
            rows = (await connection.execute(newest)).all()
        return [UnfinishedForm(id=row.id, body=row.body, at=row.at) for row in rows]

    async def take(self, user_id: int, number: int) -> Mapping[str, Any] | None:
        """Delete a form of this editor and return it; None where it is gone."""
        mine = (unfinished_forms.c.id == number) & (unfinished_forms.c.user_id == user_id)
        async with self._database.write() as connection:
            gone = delete(unfinished_forms).where(mine).returning(unfinished_forms.c.body)
            body: Mapping[str, Any] | None = await connection.scalar(gone)
        return body
