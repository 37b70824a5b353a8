"""When what an undo brings back was last edited: a value that is the source's again has the source's day."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import changes as changes_table
from bot.storage.tables import entities, revisions
from knowledge.facts.edits import Change, is_visible
from knowledge.facts.serialization import Key, from_row, to_row

UNDO, _SEED = "undo", "seed"


async def restore_days(connection: AsyncConnection, undone: Sequence[Change], number: int) -> None:
    """Give what revision `number`, an undo, brought back the time of the edit that first made it so."""
    for change in undone:
        if change.after is None:
            continue
        times = await _times(connection, change.key, number)
        body = _body(to_row(change.after))
        if body in times:
            kind, key = change.key.kind.value, change.key.id
            which = and_(entities.c.kind == kind, entities.c.id == key)
            await connection.execute(update(entities).where(which).values(changed_at=times[body]))


async def _times(connection: AsyncConnection, key: Key, before: int) -> dict[str, datetime | None]:
    """Each state that an entity had -> when it was last edited then; None for what the source says."""
    query = (
        select(changes_table.c.before, changes_table.c.after, revisions.c.at, revisions.c.origin)
        .join(revisions, revisions.c.number == changes_table.c.revision)
        .where(
            changes_table.c.kind == key.kind.value,
            changes_table.c.id == key.id,
            changes_table.c.revision < before,
        )
        .order_by(changes_table.c.revision)
    )
    times: dict[str, datetime | None] = {}
    at: datetime | None = None
    for row in (await connection.execute(query)).all():
        if row.after is None:
            continue
        body = _body(row.after)
        if row.origin == UNDO and body in times:
            at = times[body]
        elif row.origin != _SEED and _is_visible(key, row.before, row.after):
            at = row.at
        times[body] = at
    return times


def _is_visible(key: Key, before: Any, after: Any) -> bool:
    old = None if before is None else from_row(key.kind, before)
    return is_visible(Change(key=key, before=old, after=from_row(key.kind, after)))


def _body(row: Any) -> str:
    return json.dumps(row, sort_keys=True, ensure_ascii=False)
