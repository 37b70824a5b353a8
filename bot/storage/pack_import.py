"""At start: the pack's files into the database, by seeding or by a three-way merge."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import OtherPackError
from bot.storage.base_store import RevisionInfo, publish
from bot.storage.database import Database
from bot.storage.tables import entities, imported, pack, waiting
from bot.storage.upsert import insert_into
from knowledge.facts import edits
from knowledge.facts.edits import Change
from knowledge.facts.merge import Clash, merge
from knowledge.facts.model import FactBase
from knowledge.facts.serialization import Entity, EntityKind, Key, from_row, to_row

_BATCH = 1000


async def import_files(database: Database, files: FactBase, at: datetime) -> tuple[Clash, ...]:
    """Bring the database up to the files: seed it, or merge what changed since the last import.

    Versions that wait are returned, and kept for an owner to settle. Two processes that
    start at once queue. Raises OtherPackError where the database holds another pack.
    """
    async with database.write() as connection:
        await _claim(connection, files.source.id)
        theirs = edits.entities(files)
        before = await _imported(connection)
        if before == theirs:
            return ()
        ours = await _ours(connection)
        if not ours:
            await _seed(connection, theirs, at)
            return ()
        merged = merge(imported=before, files=theirs, ours=ours)
        if merged.changes:
            edition = RevisionInfo(at=at, author="files", why="", origin="files")
            await publish(connection, merged.changes, edition)
        await _wait(connection, merged.clashes, at)
        await _remember(connection, theirs)
        return merged.clashes


async def mark_files_imported(database: Database, files: FactBase) -> None:
    """The bot's own files were published by hand: at its start only what changes from now on is merged."""
    async with database.write() as connection:
        await _remember(connection, edits.entities(files))


async def kept_pack(database: Database) -> str | None:
    """The id of the pack that the database holds; None while it is empty."""
    async with database.read() as connection:
        return await connection.scalar(select(pack.c.pack_id))


async def _claim(connection: AsyncConnection, pack_id: str) -> None:
    kept = await connection.scalar(select(pack.c.pack_id).with_for_update())
    if kept is None:
        row = insert_into(connection, pack).values(pack_id=pack_id, revision=0)
        await connection.execute(row.on_conflict_do_nothing())
        kept = await connection.scalar(select(pack.c.pack_id).with_for_update())
    if kept != pack_id:
        raise OtherPackError(kept=str(kept), given=pack_id)


async def _seed(connection: AsyncConnection, theirs: Mapping[Key, Entity], at: datetime) -> None:
    added = [Change(key=key, before=None, after=entity) for key, entity in theirs.items()]
    await publish(connection, added, RevisionInfo(at=at, author="files", why="", origin="seed"))
    await _remember(connection, theirs)


async def _ours(connection: AsyncConnection) -> dict[Key, Entity]:
    query = select(entities).order_by(entities.c.position, entities.c.id)
    return {
        Key(EntityKind(row.kind), row.id): from_row(EntityKind(row.kind), row.body)
        for row in await connection.execute(query)
    }


async def _imported(connection: AsyncConnection) -> dict[Key, Entity]:
    return {
        Key(EntityKind(row.kind), row.id): from_row(EntityKind(row.kind), row.body)
        for row in await connection.execute(select(imported))
    }


async def _remember(connection: AsyncConnection, theirs: Mapping[Key, Entity]) -> None:
    await connection.execute(delete(imported))
    rows = [{"kind": key.kind.value, "id": key.id, "body": to_row(entity)} for key, entity in theirs.items()]
    for start in range(0, len(rows), _BATCH):
        await connection.execute(insert(imported), rows[start : start + _BATCH])


async def _wait(connection: AsyncConnection, clashes: tuple[Clash, ...], at: datetime) -> None:
    for clash in clashes:
        row: dict[str, Any] = {"kind": clash.key.kind.value, "id": clash.key.id, "at": at, "told": False}
        row["theirs"] = None if clash.theirs is None else to_row(clash.theirs)
        row["ours"] = None if clash.ours is None else to_row(clash.ours)
        # A newer version of the files takes the place of one that still waits.
        old = (waiting.c.kind == row["kind"], waiting.c.id == row["id"], waiting.c.settled_at.is_(None))
        await connection.execute(delete(waiting).where(*old))
        await connection.execute(insert(waiting).values(row))
