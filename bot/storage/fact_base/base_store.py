"""The fact base in the database, the bot's single source of truth: load it, and publish changes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import and_, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records.loaded_base import LoadedBase, days_of_edits
from bot.storage.connection.database import Database
from bot.storage.connection.upsert import insert_into
from bot.storage.fact_base import followed_versions
from bot.storage.fact_base.change_rows import change_from_row, change_to_row
from bot.storage.fact_base.undone_days import UNDO, restore_days, times_of_undone
from bot.storage.tables import changes as changes_table
from bot.storage.tables import entities, pack, revisions
from knowledge.facts.dates import CalendarDate, EdtfDate
from knowledge.facts.edits import Change, EditConflictError, assemble, is_visible, note_move, note_original
from knowledge.facts.model import Event, EventId
from knowledge.facts.serialization import Entity, EntityKind, Key, from_row, to_row

_BATCH = 1000
_OF_FILES = ("seed", "files", "import")
"""Origins of what the files of a pack hold: their source says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionInfo:
    """The author, time and reason of a change. `origin`: seed, files, import, chat, undo, inbox or settle."""

    at: datetime
    author: str
    why: str
    origin: str


class StoredBase:
    """`zone` determines the day of an edit."""

    def __init__(self, database: Database, zone: ZoneInfo) -> None:
        self._database = database
        self._zone = zone

    async def current_revision(self) -> int:
        """The newest revision, 0 before the first; cheap enough to query every second."""
        async with self._database.read() as connection:
            return await revision(connection)

    async def load_base(self) -> LoadedBase:
        """The whole base at one revision. Raises ValueError where the database is not seeded."""
        query = select(entities).order_by(entities.c.position, entities.c.id)
        async with self._database.read() as connection:
            number = await revision(connection)
            rows = (await connection.execute(query)).all()
            moved, originals = await _moved(connection)
        parts = {Key(EntityKind(row.kind), row.id): from_row(EntityKind(row.kind), row.body) for row in rows}
        edited = {
            Key(EntityKind(row.kind), row.id): self._day(row.changed_at)
            for row in rows
            if row.changed_at is not None
        }
        base = replace(assemble(parts), moved=moved, originals=originals)
        changed = days_of_edits(base, edited)
        return LoadedBase(base=base, revision=number, changed=changed, edited=edited)

    async def publish(self, changes: Sequence[Change], info: RevisionInfo) -> int:
        """Apply the changes in one transaction; returns the number of the new revision.

        Raises EditConflictError where an entity is no longer as `before` of its change. The
        caller must have validated the base that results.
        """
        async with self._database.write() as connection:
            return await publish(connection, changes, info)

    async def days_of_undone(self, undone: Sequence[Change]) -> Mapping[Key, EdtfDate | None]:
        """When what an undo would bring back was last edited; None for what the source says."""
        async with self._database.read() as connection:
            times = await times_of_undone(connection, undone)
        return {key: None if at is None else self._day(at) for key, at in times.items()}

    def _day(self, at: datetime) -> EdtfDate:
        local = at.astimezone(self._zone)
        day = CalendarDate(local.year, local.month, local.day)
        return EdtfDate(day, day)


async def revision(connection: AsyncConnection) -> int:
    """The newest revision, 0 before the first."""
    return await connection.scalar(select(pack.c.revision)) or 0


async def _moved(
    connection: AsyncConnection,
) -> tuple[dict[EventId, EdtfDate], dict[EventId, Event | None]]:
    """The earlier dates of events that were moved, and the events as they were before edits, by all their
    changes in order."""
    files = select(revisions.c.number).where(revisions.c.origin.in_(_OF_FILES))
    query = select(changes_table).where(
        changes_table.c.kind == EntityKind.EVENT.value, changes_table.c.revision.not_in(files)
    )
    moved: dict[EventId, EdtfDate] = {}
    originals: dict[EventId, Event | None] = {}
    for row in (await connection.execute(query.order_by(changes_table.c.revision))).mappings():
        change = change_from_row(dict(row))
        note_move(moved, change)
        note_original(originals, change)
    return moved, originals


async def publish(connection: AsyncConnection, changes: Sequence[Change], info: RevisionInfo) -> int:
    """`StoredBase.publish` inside an open transaction."""
    # Publications queue at this lock; readers continue with what is committed.
    parent = await connection.scalar(select(pack.c.revision).with_for_update()) or 0
    await _check_conflicts(connection, changes)
    number = parent + 1
    head = {"number": number, "parent": parent or None, "at": info.at}
    reason = {"author": info.author, "why": info.why, "origin": info.origin}
    await connection.execute(insert(revisions).values(head | reason))
    rows = [change_to_row(change) | {"revision": number} for change in changes]
    for start in range(0, len(rows), _BATCH):
        await connection.execute(insert(changes_table), rows[start : start + _BATCH])
    await _store_entities(connection, changes, number, info)
    if info.origin == UNDO:
        await restore_days(connection, changes, number)
    await connection.execute(update(pack).values(revision=number))
    await followed_versions.record(connection, changes, number, info.at, notify=info.origin != "seed")
    return number


async def _current_entities(connection: AsyncConnection, keys: Sequence[Key]) -> dict[Key, Entity]:
    """The current entities of these keys; keys that do not exist are left out."""
    found: dict[Key, Entity] = {}
    for kind in EntityKind:
        ids = [key.id for key in keys if key.kind is kind]
        for start in range(0, len(ids), _BATCH):
            wanted = entities.c.id.in_(ids[start : start + _BATCH])
            query = select(entities.c.id, entities.c.body).where(entities.c.kind == kind, wanted)
            for row in await connection.execute(query):
                found[Key(kind, row.id)] = from_row(kind, row.body)
    return found


async def _check_conflicts(connection: AsyncConnection, changes: Sequence[Change]) -> None:
    now = await _current_entities(connection, [change.key for change in changes])
    clashes = tuple(change.key for change in changes if now.get(change.key) != change.before)
    if clashes:
        raise EditConflictError(clashes)


async def _store_entities(
    connection: AsyncConnection, changes: Sequence[Change], number: int, info: RevisionInfo
) -> None:
    last = await connection.scalar(select(func.max(entities.c.position))) or 0
    rows = []
    for place, change in enumerate(changes, start=last + 1):
        kind, key = change.key.kind.value, change.key.id
        if change.after is None:
            row_to_delete = and_(entities.c.kind == kind, entities.c.id == key)
            await connection.execute(delete(entities).where(row_to_delete))
            continue
        row = {"kind": kind, "id": key, "body": to_row(change.after), "revision": number}
        edited = info.origin != "seed" and is_visible(change)
        rows.append(row | {"position": place, "changed_at": info.at if edited else None})
    if not rows:
        return
    upsert = insert_into(connection, entities)
    new = upsert.excluded
    # An edit that readers cannot see does not move `changed_at`; an entity that is updated
    # keeps its position.
    changed = func.coalesce(new.changed_at, entities.c.changed_at)
    kept = {"body": new.body, "revision": new.revision, "changed_at": changed}
    upsert = upsert.on_conflict_do_update(index_elements=["kind", "id"], set_=kept)
    for start in range(0, len(rows), _BATCH):
        await connection.execute(upsert, rows[start : start + _BATCH])
