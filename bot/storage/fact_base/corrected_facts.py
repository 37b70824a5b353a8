"""When what readers get of a fact was last changed: its own values, or its event's record."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.connection.database import Database
from bot.storage.fact_base.change_rows import change_from_row
from bot.storage.tables import changes, entities, revisions
from knowledge.facts.edits import Change, is_visible
from knowledge.facts.model import Event
from knowledge.facts.serialization import EntityKind

_FACT, _EVENT = EntityKind.FACT.value, EntityKind.EVENT.value


class StoredCorrectedFacts:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def since(self, facts: Collection[str], at: datetime) -> Mapping[str, datetime]:
        """See `corrected`."""
        async with self._database.read() as connection:
            return await corrected(connection, facts, at)


async def corrected(
    connection: AsyncConnection, facts: Collection[str], since: datetime
) -> Mapping[str, datetime]:
    """The facts among these that were changed after `since`, each with the time of the last change."""
    if not facts:
        return {}
    events = await _events_of(connection, facts)
    query = (
        select(changes.c.kind, changes.c.id, changes.c.before, changes.c.after, revisions.c.at)
        .join(revisions, revisions.c.number == changes.c.revision)
        .where(revisions.c.at > since, changes.c.kind.in_((_FACT, _EVENT)), changes.c.before.is_not(None))
        .order_by(changes.c.revision)
    )
    found: dict[str, datetime] = {}
    for row in await connection.execute(query):
        told_by = {row.id} & {*facts} if row.kind == _FACT else events.get(row.id, set())
        if told_by and _tells_otherwise(change_from_row(dict(row._mapping))):
            found.update(dict.fromkeys(told_by, row.at))
    return found


async def _events_of(connection: AsyncConnection, facts: Collection[str]) -> dict[str, set[str]]:
    """The facts about each event."""
    query = select(entities.c.id, entities.c.body).where(entities.c.kind == _FACT, entities.c.id.in_(facts))
    found: dict[str, set[str]] = {}
    for row in await connection.execute(query):
        for event in row.body.get("about", ()):
            found.setdefault(event, set()).add(row.id)
    return found


def _tells_otherwise(change: Change) -> bool:
    before, after = change.before, change.after
    if isinstance(before, Event) and isinstance(after, Event):
        return _record(before) != _record(after)
    return is_visible(change)


def _record(event: Event) -> tuple[object, ...]:
    return event.title, event.when, event.where, event.people, event.cancelled
