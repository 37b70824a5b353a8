"""Changes that an editor makes in an open proposal; it must then be examined again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime
from typing import Any

from bot.editing import proposals
from bot.editing.amending import amend
from bot.editing.outcomes import Closed
from bot.editing.ports import BaseStore, ProposalStore
from bot.editing.quick_edit import reworded, with_event
from bot.editing.stale_examples import without_stale
from bot.editing.told_by import by_editors_word, of_main_source, with_former_sources
from bot.editing.unreasoned_examples import without_unreasoned
from bot.records.editing import AmendedProposalError, Editor, Proposal, ProposalOrigin
from bot.records.seen_examination import fingerprint_of_changes
from knowledge.facts.edits import Change, overwrite
from knowledge.facts.model import EventId, FactBase


class Amendments:
    """Each is of the proposal as it is, whatever screen of it was pressed."""

    def __init__(self, proposals: ProposalStore, base_store: BaseStore, now: Callable[[], datetime]) -> None:
        self._proposals, self._base_store, self._now = proposals, base_store, now

    async def reword(self, number: int, fact: str, says: str, today: date) -> None:
        """Put a fact's statement in the editor's words, in a proposal that made the old ones untrue."""

        def changed(proposal: Proposal, base: FactBase) -> Sequence[Change]:
            return by_editors_word(reworded(proposal.changes, base, fact, says), base, today)

        await self._amend(number, changed)

    async def move_event(self, number: int, event_id: str, field: str, value: Any, today: date) -> None:
        """Give an event, too, the date or place that the facts of a proposal say."""

        def changed(proposal: Proposal, base: FactBase) -> Sequence[Change]:
            after = overwrite(base, proposal.changes)
            event = after.event_by_id.get(EventId(event_id))
            if event is None:
                return proposal.changes
            return by_editors_word(with_event(proposal.changes, after, event, field, value), base, today)

        await self._amend(number, changed)

    async def keep_sources(self, number: int, seen: str = "") -> None:
        """Leave the facts of a proposal the sources that they had: only their wording is the editor's.

        New facts of a file are those of the main source.
        """

        def changed(proposal: Proposal, _base: FactBase) -> Sequence[Change]:
            changes = with_former_sources(proposal.changes)
            return of_main_source(changes) if proposal.origin is ProposalOrigin.IMPORT else changes

        await self._amend(number, changed, seen)

    async def drop_stale_examples(self, number: int, seen: str = "") -> None:
        """Take away the examples that state a date which their fact no longer has, and those that ask for a
        reason which it does not give.
        """

        def changed(proposal: Proposal, base: FactBase) -> Sequence[Change]:
            return without_unreasoned(without_stale(proposal.changes, base), base)

        await self._amend(number, changed, seen)

    async def _amend(
        self, number: int, changed: Callable[[Proposal, FactBase], Sequence[Change]], seen: str = ""
    ) -> None:
        """Nothing where its changes are no longer those of `seen`, or are others before these are stored."""
        proposal, loaded = await self._proposals.get(number), await self._base_store.load_base()
        if proposal is None or not proposal.state.is_open:
            return
        now = fingerprint_of_changes(proposal.changes)
        if seen in ("", now):
            with suppress(AmendedProposalError):
                new = changed(proposal, loaded.base)
                await self._proposals.amend(number, new, loaded.revision, seen=now)

    async def choose(
        self, number: int, key: str, field: str, editor: Editor, *, mine: bool
    ) -> Proposal | Closed:
        """Resolve one conflict (`key`: see `conflict_key`) in one field, or whole where `field` is empty.

        Returns the changed proposal; one with no change left is dropped.
        """
        proposal = await self._proposals.get(number)
        if proposal is None or not proposal.state.is_open:
            return Closed(proposal=proposal)
        loaded = await self._base_store.load_base()
        found = proposals.find_conflicts(loaded.base, proposal.changes)
        conflict = next((one for one in found if proposals.conflict_key(one.key) == key), None)
        if conflict is None or (field not in conflict.fields if conflict.fields else field):
            return proposal
        changes = proposals.resolve_conflict(loaded.base, proposal.changes, conflict.number, field, mine=mine)
        return await amend(self._proposals, proposal, changes, loaded.revision, editor, self._now())
