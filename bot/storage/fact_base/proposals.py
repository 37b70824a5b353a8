"""Proposals: they survive restarts, are published once, and each step is in the audit log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import ColumnElement, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records.editing import (
    AmendedProposalError,
    AuditEntry,
    BaseMovedError,
    ClosedProposalError,
    NewProposal,
    Proposal,
    ProposalOrigin,
    ProposalState,
)
from bot.records.gate import ChangedReply, GateSummary
from bot.records.seen_examination import fingerprint, fingerprint_of_changes
from bot.storage.connection.database import Database
from bot.storage.editors.roles import write_audit
from bot.storage.fact_base import base_store
from bot.storage.fact_base.base_store import RevisionInfo
from bot.storage.fact_base.change_rows import change_from_row, change_to_row
from bot.storage.tables import pack, proposals, waiting
from knowledge.facts.edits import Change

_OPEN = (ProposalState.DRAFT.value, ProposalState.AWAITING.value)


class StoredProposals:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, new: NewProposal) -> Proposal:
        values = {
            "changes": [change_to_row(change) for change in new.changes],
            "author_id": new.author_id,
            "author": new.author[:120],
            "origin": new.origin.value,
            "why": new.why,
            "reference": new.reference,
            "base_revision": new.base_revision,
            "state": ProposalState.DRAFT.value,
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
        """Proposals neither published nor dropped (of one author), the oldest first."""
        query = select(proposals).where(proposals.c.state.in_(_OPEN)).order_by(proposals.c.id)
        if author_id is not None:
            query = query.where(proposals.c.author_id == author_id)
        async with self._database.read() as connection:
            return [_proposal(row) for row in await connection.execute(query)]

    async def amend(
        self, number: int, changes: Sequence[Change], base_revision: int, *, seen: str = ""
    ) -> bool:
        """Replace the changes; they must be examined again. False where the proposal is no longer open.

        `seen`, here and below: the fingerprint of the changes that are acted on, if only on these. Raises
        AmendedProposalError where it has others by now.
        """
        rows = [change_to_row(change) for change in changes]
        new = {
            "changes": rows,
            "base_revision": base_revision,
            "state": ProposalState.DRAFT.value,
            "summary": None,
        }
        return await self._change(_is_open(number), new, seen=seen)

    async def examined(self, proposal: Proposal, summary: GateSummary) -> bool:
        """Store what the gate found of these changes; False where they were amended, or it is not open."""
        async with self._database.write() as connection:
            query = select(proposals).where(_is_open(proposal.id)).with_for_update()
            row = (await connection.execute(query)).first()
            if row is None or _proposal(row).changes != proposal.changes:
                return False
            found = {"summary": asdict(summary)}
            await connection.execute(update(proposals).where(proposals.c.id == proposal.id).values(found))
        return True

    async def explain(self, number: int, why: str) -> bool:
        """Store the reason; False where the proposal is no longer open."""
        return await self._change(_is_open(number), {"why": why})

    async def submit(self, number: int, entry: AuditEntry, *, seen: str = "") -> bool:
        """Submit for approval by somebody else; False where it is no draft."""
        draft = (proposals.c.id == number) & (proposals.c.state == ProposalState.DRAFT.value)
        return await self._change(draft, {"state": ProposalState.AWAITING.value}, entry, seen=seen)

    async def send_back(self, number: int, entry: AuditEntry, *, seen: str = "") -> bool:
        """Make it a draft again; False where it does not wait for approval."""
        waits = (proposals.c.id == number) & (proposals.c.state == ProposalState.AWAITING.value)
        return await self._change(waits, {"state": ProposalState.DRAFT.value}, entry, seen=seen)

    async def drop(self, number: int, entry: AuditEntry, *, seen: str = "") -> bool:
        """False where the proposal is no longer open."""
        return await self._change(_is_open(number), {"state": ProposalState.DROPPED.value}, entry, seen=seen)

    async def publish(self, proposal: Proposal, on: int, why: str, entry: AuditEntry) -> int:
        """Publish it, log it and settle the waiting version, in one transaction; returns the new revision.

        `on` is the revision on which it was examined. Raises ClosedProposalError, AmendedProposalError where
        it has other changes by now or was examined with another result, BaseMovedError, or EditConflictError
        where an entity was changed since.
        """
        async with self._database.write() as connection:
            query = select(proposals).where(_is_open(proposal.id)).with_for_update()
            row = (await connection.execute(query)).first()
            if row is None:
                raise ClosedProposalError
            found = _proposal(row)
            if found.changes != proposal.changes or fingerprint(found) != fingerprint(proposal):
                raise AmendedProposalError
            if await connection.scalar(select(pack.c.revision).with_for_update()) != on:
                raise BaseMovedError
            info = RevisionInfo(at=entry.at, author=found.author, why=why, origin=found.origin.value)
            revision = await base_store.publish(connection, found.changes, info)
            published = {"state": ProposalState.PUBLISHED.value, "revision": revision, "why": why}
            await connection.execute(update(proposals).where(proposals.c.id == found.id).values(published))
            await _settle(connection, found, entry)
            await write_audit(connection, entry, subject=str(revision))
        return revision

    async def _change(
        self,
        which: ColumnElement[bool],
        values: dict[str, Any],
        entry: AuditEntry | None = None,
        *,
        seen: str = "",
    ) -> bool:
        """What was seen is compared in the transaction that acts on it."""
        async with self._database.write() as connection:
            row = (await connection.execute(select(proposals).where(which).with_for_update())).first()
            if row is None:
                return False
            if seen and seen != fingerprint_of_changes(_proposal(row).changes):
                raise AmendedProposalError
            await connection.execute(update(proposals).where(proposals.c.id == row.id).values(values))
            if entry is not None:
                await write_audit(connection, entry)
        return True


async def _settle(connection: AsyncConnection, found: Proposal, entry: AuditEntry) -> None:
    if found.origin is not ProposalOrigin.SETTLE:
        return
    settled = {"settled_at": entry.at, "settled_by": entry.name}
    await connection.execute(update(waiting).where(waiting.c.number == int(found.reference)).values(settled))


def _is_open(number: int) -> ColumnElement[bool]:
    return (proposals.c.id == number) & proposals.c.state.in_(_OPEN)


def _proposal(row: Any) -> Proposal:
    values = dict(row._mapping)
    values["changes"] = tuple(change_from_row(change) for change in row.changes)
    values["origin"], values["state"] = ProposalOrigin(row.origin), ProposalState(row.state)
    values["summary"] = None if row.summary is None else _summary(row.summary)
    return Proposal(**values)


def _summary(row: dict[str, Any]) -> GateSummary | None:
    """None where an older version stored it: the proposal is examined again."""
    if "replies" not in row:
        return None
    texts = {name: tuple(row[name]) for name in ("missed", "disagreements", "outdated")}
    return GateSummary(**{**row, **texts, "replies": tuple(ChangedReply(**one) for one in row["replies"])})
