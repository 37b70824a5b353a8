"""Undo of revisions, and the choice between the files' and the database's version; both make proposals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.editing.outcomes import Proposed, Refused, Unchanged
from bot.editing.publication import PublicationService
from bot.records.editing import Editor, ProposalOrigin
from bot.records.history import Revision, WaitingVersion
from knowledge.facts.edits import Change


class HistoryStore(Protocol):
    async def revision(self, number: int) -> Revision | None: ...

    async def newest(
        self, limit: int, entity_id: str | None = None, before: int | None = None
    ) -> Sequence[Revision]: ...

    async def waiting(self) -> Sequence[WaitingVersion]: ...

    async def settle(self, number: int, by: str, at: datetime) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class NoRevision:
    """No such revision, or the first one, which cannot be undone."""

    number: int
    first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The version is not waiting: somebody settled it, or there is no such number."""


class UndoService:
    """`reason` gives the Russian reason of an undo, from the revision's number."""

    def __init__(
        self,
        history: HistoryStore,
        publishing: PublicationService,
        now: Callable[[], datetime],
        reason: Callable[[int], str],
    ) -> None:
        self._history = history
        self._publishing = publishing
        self._now = now
        self._reason = reason

    async def undo(self, number: int, editor: Editor) -> Proposed | Refused | Unchanged | NoRevision:
        """Propose the reverse changes. Entities edited since then are conflicts on the proposal's screen."""
        found = await self._history.revision(number)
        if found is None or found.origin == "seed":
            return NoRevision(number=number, first=found is not None)
        undone = [change.undone for change in found.changes]
        return await self._publishing.propose(
            undone, editor, origin=ProposalOrigin.UNDO, why=self._reason(number), reference=str(number)
        )

    async def waiting(self) -> Sequence[WaitingVersion]:
        return await self._history.waiting()

    async def keep_base_version(self, number: int, owner: Editor) -> WaitingVersion | Settled:
        """Keep the base's version and drop the files'."""
        found = await self._find(number)
        if found is None:
            return Settled()
        await self._history.settle(number, owner.name, self._now())
        return found

    async def take_file_version(self, number: int, owner: Editor) -> Proposed | Refused | Unchanged | Settled:
        """Propose the files' version; it is settled when the proposal is published."""
        found = await self._find(number)
        if found is None:
            return Settled()
        change = Change(key=found.key, before=found.ours, after=found.theirs)
        return await self._publishing.propose(
            [change], owner, origin=ProposalOrigin.SETTLE, reference=str(found.number)
        )

    async def _find(self, number: int) -> WaitingVersion | None:
        return next((one for one in await self._history.waiting() if one.number == number), None)
