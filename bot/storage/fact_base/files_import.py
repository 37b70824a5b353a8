"""Imports the pack's files at start: seeds the database, or merges the changes three ways."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import OtherPackError
from bot.storage.connection.database import Database
from bot.storage.connection.upsert import insert_into
from bot.storage.fact_base.base_store import RevisionInfo, publish
from bot.storage.tables import entities, imported, pack, waiting
from knowledge.facts import edits
from knowledge.facts.edits import Change
from knowledge.facts.merge import Clash, merge
from knowledge.facts.model import FactBase
from knowledge.facts.serialization import Entity, EntityKind, Key, from_row, to_row

_BATCH = 1000


async def import_files(database: Database, files: FactBase, at: datetime) -> tuple[Clash, ...]:
    """Seed the database from the files, or merge what changed in them since the last import.

    Conflicting versions are returned, and stored for an owner to settle. Concurrent
    imports queue. Raises OtherPackError where the database holds another pack.
    """
    async with database.write() as connection:
        await _check_pack(connection, files.source.id)
        theirs = edits.entities(files)
        before = await _load_imported(connection)
        if before == theirs:
            return ()
        ours = await _load_entities(connection)
        if not ours:
            await _seed(connection, theirs, at)
            return ()
        merged = merge(imported=before, files=theirs, ours=ours)
        if merged.changes:
            info = RevisionInfo(at=at, author="files", why="", origin="files")
            await publish(connection, merged.changes, info)
        await _store_waiting(connection, merged.clashes, at)
        await _store_imported(connection, theirs)
        return merged.clashes


async def mark_files_imported(database: Database, files: FactBase) -> None:
    """Record that these files were published by hand: the next import merges only later changes."""
    async with database.write() as connection:
        await _store_imported(connection, edits.entities(files))


async def _check_pack(connection: AsyncConnection, pack_id: str) -> None:
    stored = await connection.scalar(select(pack.c.pack_id).with_for_update())
    if stored is None:
        row = insert_into(connection, pack).values(pack_id=pack_id, revision=0)
        await connection.execute(row.on_conflict_do_nothing())
        stored = await connection.scalar(select(pack.c.pack_id).with_for_update())
    if stored != pack_id:
        raise OtherPackError(kept=str(stored), given=pack_id)


async def _seed(connection: AsyncConnection, theirs: Mapping[Key, Entity], at: datetime) -> None:
    added = [Change(key=key, before=None, after=entity) for key, entity in theirs.items()]
    await publish(connection, added, RevisionInfo(at=at, author="files", why="", origin="seed"))
    await _store_imported(connection, theirs)


async def _load_entities(connection: AsyncConnection) -> dict[Key, Entity]:
    query = select(entities).order_by(entities.c.position, entities.c.id)
    return {
        Key(EntityKind(row.kind), row.id): from_row(EntityKind(row.kind), row.body)
        for row in await connection.execute(query)
    }


async def _load_imported(connection: AsyncConnection) -> dict[Key, Entity]:
    return {
        Key(EntityKind(row.kind), row.id): from_row(EntityKind(row.kind), row.body)
        for row in await connection.execute(select(imported))
    }


async def _store_imported(connection: AsyncConnection, theirs: Mapping[Key, Entity]) -> None:
    await connection.execute(delete(imported))
    rows = [{"kind": key.kind.value, "id": key.id, "body": to_row(entity)} for key, entity in theirs.items()]
    for start in range(0, len(rows), _BATCH):
        await connection.execute(insert(imported), rows[start : start + _BATCH])


async def _store_waiting(connection: AsyncConnection, clashes: tuple[Clash, ...], at: datetime) -> None:
    for clash in clashes:
        row: dict[str, Any] = {"kind": clash.key.kind.value, "id": clash.key.id, "at": at, "told": False}
        row["theirs"] = None if clash.theirs is None else to_row(clash.theirs)
        row["ours"] = None if clash.ours is None else to_row(clash.ours)
        # A newer version of the files replaces one that still waits.
        old = (waiting.c.kind == row["kind"], waiting.c.id == row["id"], waiting.c.settled_at.is_(None))
        await connection.execute(delete(waiting).where(*old))
        await connection.execute(insert(waiting).values(row))
