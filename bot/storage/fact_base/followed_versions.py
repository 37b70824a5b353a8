"""Versions of events and facts that can be followed, and notices of their changes.

No statement here depends on the number of followers: they are reached later, by the
planner and by the fan-out of notices.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.connection.upsert import insert_into
from bot.storage.tables import entities, notices, subject_versions, subjects, subscriptions
from bot.storage.tables.sql_time import EPOCH
from knowledge.facts.edits import Change, is_draft, is_visible
from knowledge.facts.model import Fact
from knowledge.facts.serialization import EntityKind, to_row

_FOLLOWED = (EntityKind.EVENT, EntityKind.FACT)


async def record(
    connection: AsyncConnection, changes: Sequence[Change], revision: int, at: datetime, *, notify: bool
) -> None:
    """Store a new version of everything that visibly changed; with `notify` also a notice to its followers.

    A new date, or its removal, also starts a new plan: reminders of the old date are void at once.
    """
    visible = [change for change in changes if change.key.kind in _FOLLOWED and is_visible(change)]
    if not visible:
        return
    sources = await _sources(connection) if any(isinstance(one.after, Fact) for one in visible) else {}
    for change in visible:
        version = await _new_version(connection, change, revision, at, sources)
        if notify:
            notice = {"kind": change.key.kind.value, "subject_id": change.key.id, "version": version}
            await connection.execute(
                insert(notices).values(**notice, revision=revision, reached=0, done=False, swept=False)
            )
    if any(change.key.kind is EntityKind.EVENT for change in visible):
        await _link_chains(connection)


async def _sources(connection: AsyncConnection) -> dict[str | None, dict[str, Any]]:
    """Name and date of each source by id; of the main one by None."""
    kinds = EntityKind.SOURCE.value, EntityKind.FURTHER_SOURCE.value
    query = select(entities.c.kind, entities.c.id, entities.c.body).where(entities.c.kind.in_(kinds))
    found: dict[str | None, dict[str, Any]] = {}
    for row in await connection.execute(query):
        name = row.body.get("publisher") or row.body.get("title")
        told = {"name": name, "published": row.body.get("published")}
        found[None if row.kind == EntityKind.SOURCE else row.id] = told
    return found


async def _new_version(
    connection: AsyncConnection,
    change: Change,
    revision: int,
    at: datetime,
    sources: Mapping[str | None, dict[str, Any]],
) -> int:
    kind, key = change.key.kind.value, change.key.id
    where = (subjects.c.kind == kind, subjects.c.id == key)
    old = (await connection.execute(select(subjects).where(*where).with_for_update())).first()
    body = None if change.after is None or is_draft(change.after) else to_row(change.after)
    if body is not None and isinstance(change.after, Fact):
        # A correction tells followers where it comes from.
        body |= {"from": sources.get(change.after.source, sources.get(None))}
    # A first date needs no `planned_at`: every follower comes after it.
    row: dict[str, Any] = {"version": 1, "plan": 1, "planned_at": EPOCH, "body": body}
    if old is not None:
        moved = _date(old.body) != _date(body)
        plan = {"plan": old.plan + 1, "planned_at": at} if moved else {"plan": old.plan}
        row |= {"version": old.version + 1, "planned_at": old.planned_at} | plan
    upsert = insert_into(connection, subjects).values(kind=kind, id=key, **row)
    await connection.execute(upsert.on_conflict_do_update(index_elements=["kind", "id"], set_=row))
    version = {"kind": kind, "id": key, "version": row["version"], "revision": revision, "body": body}
    await connection.execute(insert(subject_versions).values(version))
    return int(row["version"])


def _date(body: Mapping[str, Any] | None) -> tuple[object, ...] | None:
    return None if body is None else (body.get("when"), body.get("cancelled", False))


async def _link_chains(connection: AsyncConnection) -> None:
    """Store the first event of each chain; move subscriptions where the first event of a chain changed."""
    bodies = select(entities.c.id, entities.c.body).where(entities.c.kind == EntityKind.EVENT)
    follows = {row.id: row.body.get("follows") for row in await connection.execute(bodies)}
    events = subjects.c.kind == EntityKind.EVENT.value
    known = select(subjects.c.id, subjects.c.chain).where(events)
    for row in (await connection.execute(known)).all():
        first = _first(row.id, follows)
        if row.chain == first:
            continue
        await connection.execute(update(subjects).where(events, subjects.c.id == row.id).values(chain=first))
        if row.chain == row.id:
            chain = (subscriptions.c.kind == "chain", subscriptions.c.target == row.id)
            await connection.execute(update(subscriptions).where(*chain).values(target=first))


def _first(event: str, follows: Mapping[str, str | None]) -> str:
    seen = {event}
    while (before := follows.get(event)) is not None and before not in seen:
        event = before
        seen.add(event)
    return event
