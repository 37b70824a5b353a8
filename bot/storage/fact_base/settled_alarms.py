"""Alarms of the gate that editors settled: the question may be answered so from now on."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import select

from bot.storage.connection.database import Database
from bot.storage.connection.upsert import insert_into
from bot.storage.tables import settled_alarms

_BATCH = 100
"""Rows of one statement: a database takes only so many parameters."""


class StoredSettledAlarms:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def settled(self) -> Collection[tuple[str, str]]:
        """The equivalence key of each question, with the verdict on its reply."""
        query = select(settled_alarms.c.key, settled_alarms.c.verdict)
        async with self._database.read() as connection:
            return {(row.key, row.verdict) for row in await connection.execute(query)}

    async def settle(self, alarms: Mapping[tuple[str, str], str], by: str, at: datetime) -> None:
        """Settle these, each with the question as it was asked; those that are settled stay as they are."""
        rows = [
            {"key": key, "verdict": verdict, "text": text, "by": by[:120], "at": at}
            for (key, verdict), text in alarms.items()
        ]
        async with self._database.write() as connection:
            for start in range(0, len(rows), _BATCH):
                new = insert_into(connection, settled_alarms).values(rows[start : start + _BATCH])
                await connection.execute(new.on_conflict_do_nothing())
