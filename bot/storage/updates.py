"""Telegram updates received and updates handled, so that a kill loses none and none is handled twice."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, union

from bot.storage.database import Database
from bot.storage.tables import inbox, updates
from bot.storage.upsert import insert_into


class StoredUpdateInbox:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def seen(self, update_id: int) -> bool:
        query = select(updates.c.update_id).where(updates.c.update_id == update_id)
        async with self._database.read() as connection:
            return await connection.scalar(query) is not None

    async def mark(self, update_id: int, at: datetime) -> None:
        """Idempotent: after a kill two processes may have handled the update."""
        async with self._database.write() as connection:
            statement = insert_into(connection, updates).values(update_id=update_id, at=at)
            await connection.execute(statement.on_conflict_do_nothing())
            await connection.execute(delete(inbox).where(inbox.c.update_id == update_id))

    async def keep(self, given: Mapping[int, Mapping[str, Any]]) -> Collection[int]:
        """Put updates into the inbox, except those already there or handled; returns the new ids."""
        if not given:
            return ()
        known = union(
            select(updates.c.update_id).where(updates.c.update_id.in_(given)),
            select(inbox.c.update_id).where(inbox.c.update_id.in_(given)),
        )
        async with self._database.write() as connection:
            known_ids = set((await connection.scalars(known)).all())
            new = [number for number in given if number not in known_ids]
            if new:
                rows = [{"update_id": number, "body": dict(given[number])} for number in new]
                await connection.execute(insert(inbox), rows)
        return new

    async def unfinished(self) -> Mapping[int, Mapping[str, Any]]:
        """Updates in the inbox that are not handled yet, in the order of arrival."""
        query = select(inbox.c.update_id, inbox.c.body).order_by(inbox.c.position)
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        return {row.update_id: row.body for row in rows}

    async def purge(self, before: datetime) -> int:
        """Delete those handled before (Telegram keeps an update for 24 hours); returns how many."""
        async with self._database.write() as connection:
            result = await connection.execute(delete(updates).where(updates.c.at < before))
        return result.rowcount
