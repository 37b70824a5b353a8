"""When the next message to a reader falls due: read from the outbox, which is left as it is."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import and_, func, select

from bot.storage.connection.database import Database
from bot.storage.outbox.due_messages import current_version
from bot.storage.outbox.outbox_rows import is_planned
from bot.storage.tables import outbox, subjects


class StoredDueTimes:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def next_due(self, after: datetime) -> datetime | None:
        """The due time of the first planned row later than `after`."""
        subject = and_(subjects.c.kind == outbox.c.kind, subjects.c.id == outbox.c.subject_id)
        later = (is_planned(), outbox.c.due_at > after, outbox.c.version == current_version())
        query = select(func.min(outbox.c.due_at)).join_from(outbox, subjects, subject).where(*later)
        async with self._database.read() as connection:
            due: datetime | None = await connection.scalar(query)
        return due
