"""What each editor wants to be told, and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import select

from bot.records.editor_messages import EditorSettings, ReportNotice
from bot.storage.connection.database import Database
from bot.storage.connection.upsert import insert_into
from bot.storage.tables import editor_settings


class StoredEditorSettings:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, user_id: int) -> EditorSettings:
        """The defaults for an editor who never chose."""
        return (await self.all([user_id]))[user_id]

    async def all(self, users: Sequence[int]) -> Mapping[int, EditorSettings]:
        """Of each of these editors."""
        query = select(editor_settings).where(editor_settings.c.user_id.in_(users))
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        stored = {
            row.user_id: EditorSettings(
                reports=ReportNotice(row.reports), digest_hour=row.digest_hour, at=row.at
            )
            for row in rows
        }
        return {user: stored.get(user, EditorSettings()) for user in users}

    async def set(self, user_id: int, chosen: EditorSettings, at: datetime) -> None:
        values = {"reports": chosen.reports.value, "digest_hour": chosen.digest_hour, "at": at}
        async with self._database.write() as connection:
            upsert = insert_into(connection, editor_settings).values(user_id=user_id, **values)
            await connection.execute(upsert.on_conflict_do_update(index_elements=["user_id"], set_=values))
