"""Revisions taken back, and versions that wait settled: each as a proposal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.editing.outcomes import Proposed, Refused, Unchanged
from bot.editing.publication import Publishing
from bot.records.editing import Editor, ProposalOrigin
from bot.records.history import Revision, WaitingVersion
from knowledge.facts.edits import Change


class History(Protocol):
    async def revision(self, number: int) -> Revision | None: ...

    async def newest(
        self, limit: int, entity_id: str | None = None, before: int | None = None
    ) -> Sequence[Revision]: ...

    async def waiting(self) -> Sequence[WaitingVersion]: ...

    async def settle(self, number: int, by: str, at: datetime) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class NoRevision:
    """There is none of this number, or it is the first one, which cannot be taken back."""

    number: int
    first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Somebody has decided about it, or it never waited."""


class Undoing:
    """`reason` words why a revision is taken back, by its number."""

    def __init__(
        self,
        history: History,
        publishing: Publishing,
        now: Callable[[], datetime],
        reason: Callable[[int], str],
    ) -> None:
        self._history = history
        self._publishing = publishing
        self._now = now
        self._reason = reason

    async def undo(self, number: int, editor: Editor) -> Proposed | Refused | Unchanged | NoRevision:
        """What somebody changed again since is a conflict on the proposal's screen: a choice of versions."""
        found = await self._history.revision(number)
        if found is None or found.origin == "seed":
            return NoRevision(number=number, first=found is not None)
        undone = [change.undone for change in found.changes]
        return await self._publishing.propose(
            undone, editor, origin=ProposalOrigin.UNDO, why=self._reason(number), reference=str(number)
        )

    async def waiting(self) -> Sequence[WaitingVersion]:
        return await self._history.waiting()

    async def keep(self, number: int, owner: Editor) -> WaitingVersion | Settled:
        """The base's version stays; the files' is forgotten."""
        found = await self._one(number)
        if found is None:
            return Settled()
        await self._history.settle(number, owner.name, self._now())
        return found

    async def take(self, number: int, owner: Editor) -> Proposed | Refused | Unchanged | Settled:
        """The files' version, as a proposal; the version is settled when that is published."""
        found = await self._one(number)
        if found is None:
            return Settled()
        change = Change(key=found.key, before=found.ours, after=found.theirs)
        return await self._publishing.propose(
            [change], owner, origin=ProposalOrigin.SETTLE, reference=str(found.number)
        )

    async def _one(self, number: int) -> WaitingVersion | None:
        return next((one for one in await self._history.waiting() if one.number == number), None)
