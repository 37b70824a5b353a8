"""The history of the base: revisions, and versions of the files that wait for a decision."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select, update

from bot.records.history import Replaced, Revision, WaitingVersion
from bot.storage.connection.database import Database
from bot.storage.fact_base.change_rows import change_from_row, entity_from_row
from bot.storage.tables import changes, revisions, waiting
from knowledge.facts.edits import Change
from knowledge.facts.serialization import EntityKind, Key


class StoredHistory:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def revision(self, number: int) -> Revision | None:
        found = await self._revisions(select(revisions).where(revisions.c.number == number))
        return found[0] if found else None

    async def newest(
        self, limit: int, entity_id: str | None = None, before: int | None = None
    ) -> Sequence[Revision]:
        """The last revisions, the newest first; only those before `before`, or that changed `entity_id`."""
        query = select(revisions).order_by(revisions.c.number.desc()).limit(limit)
        if before is not None:
            query = query.where(revisions.c.number < before)
        if entity_id is not None:
            about = select(changes.c.revision).where(changes.c.id == entity_id)
            query = query.where(revisions.c.number.in_(about))
        return await self._revisions(query)

    async def after(self, number: int) -> Sequence[Revision]:
        """The revisions later than `number`, the newest first."""
        query = select(revisions).where(revisions.c.number > number)
        return await self._revisions(query.order_by(revisions.c.number.desc()))

    async def of(self, key: Key) -> Sequence[Revision]:
        """Every revision that changed this entity, the newest first."""
        about = select(changes.c.revision).where(changes.c.kind == key.kind, changes.c.id == key.id)
        query = select(revisions).where(revisions.c.number.in_(about))
        return await self._revisions(query.order_by(revisions.c.number.desc()))

    async def replaced(self, kinds: Collection[EntityKind]) -> Sequence[Replaced]:
        """Every change of what was there before and still was after it, the oldest first."""
        query = (
            select(changes, revisions.c.at)
            .join(revisions, revisions.c.number == changes.c.revision)
            .where(changes.c.kind.in_(kinds), changes.c.before.is_not(None), changes.c.after.is_not(None))
            .order_by(changes.c.revision)
        )
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).mappings().all()
        return [Replaced(change=change_from_row(dict(row)), at=row["at"]) for row in rows]

    async def waiting(self) -> Sequence[WaitingVersion]:
        """Versions that no owner has settled yet, the oldest first."""
        query = select(waiting).where(waiting.c.settled_at.is_(None)).order_by(waiting.c.number)
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        return [_waiting(row) for row in rows]

    async def mark_notified(self, numbers: Sequence[int]) -> None:
        """Owners were told of these versions."""
        async with self._database.write() as connection:
            await connection.execute(update(waiting).where(waiting.c.number.in_(numbers)).values(told=True))

    async def settle(self, number: int, by: str, at: datetime) -> None:
        """An owner decided; the decision itself is a revision of its own, or no change."""
        values = {"settled_at": at, "settled_by": by}
        async with self._database.write() as connection:
            await connection.execute(update(waiting).where(waiting.c.number == number).values(values))

    async def _revisions(self, query: Select[Any]) -> list[Revision]:
        async with self._database.read() as connection:
            heads = (await connection.execute(query)).all()
            numbers = [head.number for head in heads]
            rows = await connection.execute(select(changes).where(changes.c.revision.in_(numbers)))
            by_revision: dict[int, list[Change]] = {}
            for row in rows:
                by_revision.setdefault(row.revision, []).append(change_from_row(dict(row._mapping)))
        return [Revision(**head._mapping, changes=tuple(by_revision.get(head.number, ()))) for head in heads]


def _waiting(row: Any) -> WaitingVersion:
    key = Key(EntityKind(row.kind), row.id)
    ours, theirs = entity_from_row(key, row.ours), entity_from_row(key, row.theirs)
    return WaitingVersion(number=row.number, key=key, ours=ours, theirs=theirs, at=row.at, notified=row.told)
