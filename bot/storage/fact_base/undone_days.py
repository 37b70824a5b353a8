"""When what an undo brings back was last edited: a value that is the source's again has the source's day."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import changes as changes_table
from bot.storage.tables import entities, revisions
from knowledge.facts.edits import Change, is_visible
from knowledge.facts.serialization import Key, from_row, to_row

UNDO, _SEED = "undo", "seed"


async def restore_days(connection: AsyncConnection, undone: Sequence[Change], number: int) -> None:
    """Give what revision `number`, an undo, brought back the time of the edit that first made it so."""
    for key, at in (await times_of_undone(connection, undone, number)).items():
        which = and_(entities.c.kind == key.kind.value, entities.c.id == key.id)
        await connection.execute(update(entities).where(which).values(changed_at=at))


async def times_of_undone(
    connection: AsyncConnection, undone: Sequence[Change], number: int | None = None
) -> dict[Key, datetime | None]:
    """When each state that revision `number`, an undo, brings back was last edited; None: the source says it.

    `number` is None for an undo to come.
    """
    found: dict[Key, datetime | None] = {}
    for change in undone:
        if change.after is not None:
            times = await _times(connection, change.key, number)
            if (body := _body(to_row(change.after))) in times:
                found[change.key] = times[body]
    return found


async def _times(connection: AsyncConnection, key: Key, before: int | None) -> dict[str, datetime | None]:
    """Each state that an entity had -> when it was last edited then; None for what the source says."""
    earlier = true() if before is None else changes_table.c.revision < before
    query = (
        select(changes_table.c.before, changes_table.c.after, revisions.c.at, revisions.c.origin)
        .join(revisions, revisions.c.number == changes_table.c.revision)
        .where(
            changes_table.c.kind == key.kind.value,
            changes_table.c.id == key.id,
            earlier,
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
