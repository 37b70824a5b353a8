"""Whether the facts of an old answer were corrected or retired since."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select

from bot.records.corrections import Correction
from bot.storage.connection.database import Database
from bot.storage.tables import changes, revisions
from knowledge.facts.edits import Change, is_draft, is_visible
from knowledge.facts.serialization import Entity, EntityKind, Key, from_row


class StoredCorrections:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def since(self, facts: Sequence[str], at: datetime) -> Correction | None:
        """The last visible change of any of these facts after `at`; None for none."""
        query = (
            select(changes, revisions.c.at)
            .join(revisions, revisions.c.number == changes.c.revision)
            .where(changes.c.kind == EntityKind.FACT.value, changes.c.id.in_(facts), revisions.c.at > at)
            .where(changes.c.before.is_not(None))
            .order_by(changes.c.revision.desc())
        )
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        for row in rows:
            key = Key(EntityKind.FACT, row.id)
            change = Change(key=key, before=_fact(row.before), after=_fact(row.after))
            if is_visible(change):
                return Correction(at=row.at, retired=change.after is None or is_draft(change.after))
        return None


def _fact(row: Any) -> Entity | None:
    return None if row is None else from_row(EntityKind.FACT, row)
