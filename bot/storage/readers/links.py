"""Questions that are too long for a link; the link has a key instead. Nobody's name stands beside them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from bot.storage.connection.database import Database
from bot.storage.connection.upsert import insert_into
from bot.storage.tables import links


class StoredLinks:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, key: str, text: str, at: datetime) -> None:
        """Store the text, or renew the time of one that is stored."""
        async with self._database.write() as connection:
            insert = insert_into(connection, links).values(key=key, text=text, at=at)
            await connection.execute(
                insert.on_conflict_do_update(index_elements=["key"], set_={"at": at, "text": text})
            )

    async def text(self, key: str) -> str | None:
        async with self._database.read() as connection:
            found: str | None = await connection.scalar(select(links.c.text).where(links.c.key == key))
        return found
