"""Proposals on their way into the base: kept through restarts, published once, each step in the log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import ColumnElement, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records.editing import (
    AuditEntry,
    BaseMovedError,
    ChangedReply,
    ClosedProposalError,
    NewProposal,
    Origin,
    Proposal,
    State,
    Summary,
)
from bot.storage import base_store
from bot.storage.base_store import RevisionInfo
from bot.storage.change_rows import change_of, change_row
from bot.storage.database import Database
from bot.storage.roles import write_audit
from bot.storage.tables import pack, proposals, waiting
from knowledge.facts.edits import Change

_OPEN = (State.DRAFT.value, State.AWAITING.value)


class StoredProposals:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, new: NewProposal) -> Proposal:
        values = {
            "changes": [change_row(change) for change in new.changes],
            "author_id": new.author_id,
            "author": new.author[:120],
            "origin": new.origin.value,
            "why": new.why,
            "reference": new.reference,
            "base_revision": new.base_revision,
            "state": State.DRAFT.value,
            "at": new.at,
        }
        async with self._database.write() as connection:
            made = insert(proposals).values(values).returning(proposals)
            return _proposal((await connection.execute(made)).one())

    async def get(self, number: int) -> Proposal | None:
        async with self._database.read() as connection:
            query = select(proposals).where(proposals.c.id == number)
            row = (await connection.execute(query)).first()
        return None if row is None else _proposal(row)

    async def open(self, author_id: int | None = None) -> Sequence[Proposal]:
        """Those neither published nor dropped (of one author), the oldest first."""
        query = select(proposals).where(proposals.c.state.in_(_OPEN)).order_by(proposals.c.id)
        if author_id is not None:
            query = query.where(proposals.c.author_id == author_id)
        async with self._database.read() as connection:
            return [_proposal(row) for row in await connection.execute(query)]

    async def amend(self, number: int, changes: Sequence[Change], base_revision: int) -> bool:
        """Other changes, to be examined anew; False where it is no longer open."""
        rows = [change_row(change) for change in changes]
        new = {"changes": rows, "base_revision": base_revision, "state": State.DRAFT.value, "summary": None}
        return await self._change(_is_open(number), new)

    async def examined(self, number: int, summary: Summary) -> bool:
        """Keep what the gate found; False where it is no longer open."""
        return await self._change(_is_open(number), {"summary": asdict(summary)})

    async def explain(self, number: int, why: str) -> bool:
        """Why; False where it is no longer open."""
        return await self._change(_is_open(number), {"why": why})

    async def submit(self, number: int, deed: AuditEntry) -> bool:
        """To be approved by somebody else; False where it is no draft."""
        draft = (proposals.c.id == number) & (proposals.c.state == State.DRAFT.value)
        return await self._change(draft, {"state": State.AWAITING.value}, deed)

    async def drop(self, number: int, deed: AuditEntry) -> bool:
        """False where it is no longer open."""
        return await self._change(_is_open(number), {"state": State.DROPPED.value}, deed)

    async def publish(self, number: int, on: int, why: str, deed: AuditEntry) -> int:
        """Publish it, note it, settle what it settles: all or nothing, once; the new revision.

        `on` is the revision that it was examined on. Raises ClosedProposalError,
        BaseMovedError, or EditConflictError where an entity is no longer as it was found.
        """
        async with self._database.write() as connection:
            query = select(proposals).where(_is_open(number)).with_for_update()
            row = (await connection.execute(query)).first()
            if row is None:
                raise ClosedProposalError
            found = _proposal(row)
            if await connection.scalar(select(pack.c.revision).with_for_update()) != on:
                raise BaseMovedError
            edition = RevisionInfo(at=deed.at, author=found.author, why=why, origin=found.origin.value)
            revision = await base_store.publish(connection, found.changes, edition)
            done = {"state": State.PUBLISHED.value, "revision": revision, "why": why}
            await connection.execute(update(proposals).where(proposals.c.id == number).values(done))
            await _settle(connection, found, deed)
            await write_audit(connection, deed, subject=str(revision))
        return revision

    async def _change(
        self, which: ColumnElement[bool], values: dict[str, Any], deed: AuditEntry | None = None
    ) -> bool:
        async with self._database.write() as connection:
            changed = await connection.execute(update(proposals).where(which).values(values))
            if changed.rowcount and deed is not None:
                await write_audit(connection, deed)
        return bool(changed.rowcount)


async def _settle(connection: AsyncConnection, found: Proposal, deed: AuditEntry) -> None:
    if found.origin is not Origin.SETTLE:
        return
    settled = {"settled_at": deed.at, "settled_by": deed.name}
    await connection.execute(update(waiting).where(waiting.c.number == int(found.reference)).values(settled))


def _is_open(number: int) -> ColumnElement[bool]:
    return (proposals.c.id == number) & proposals.c.state.in_(_OPEN)


def _proposal(row: Any) -> Proposal:
    values = dict(row._mapping)
    values["changes"] = tuple(change_of(change) for change in row.changes)
    values["origin"], values["state"] = Origin(row.origin), State(row.state)
    values["summary"] = None if row.summary is None else _summary(row.summary)
    return Proposal(**values)


def _summary(row: dict[str, Any]) -> Summary:
    lists = {name: tuple(ChangedReply(**one) for one in row[name]) for name in ("shifts", "near")}
    return Summary(**{**row, **lists, "lost": tuple(row["lost"])})
