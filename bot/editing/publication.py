"""The one way of an edit into the base: proposed, examined at the gate, published, submitted or dropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from bot.editing import proposals
from bot.editing.audit_entry import audit_entry
from bot.editing.gate import EditGate, ExamineProgress
from bot.editing.outcomes import (
    Clash,
    Closed,
    Conflict,
    Dropped,
    Moved,
    NeedsApproval,
    NeedsOwner,
    NeedsReason,
    Outcome,
    Proposed,
    Published,
    Refused,
    Submitted,
    Unchanged,
)
from bot.editing.ports import BaseStore, Followers, Proposals
from bot.records.editing import (
    AuditEntry,
    BaseMovedError,
    ClosedProposalError,
    Editor,
    NewProposal,
    Proposal,
    ProposalOrigin,
    ProposalState,
    Role,
)
from knowledge.facts.edits import Change, EditConflictError
from knowledge.facts.serialization import Key

T = TypeVar("T", Submitted, Dropped)


class Publishing:
    """`approval`: a proposal is published by somebody else than its author. Editors here may publish."""

    def __init__(
        self,
        proposals: Proposals,
        truth: BaseStore,
        gate: EditGate,
        followers: Followers,
        now: Callable[[], datetime],
        *,
        approval: bool = False,
    ) -> None:
        self._proposals = proposals
        self._truth = truth
        self._gate = gate
        self._followers = followers
        self._now = now
        self.approval = approval

    async def propose(
        self,
        changes: Sequence[Change],
        editor: Editor,
        *,
        origin: ProposalOrigin,
        why: str = "",
        reference: str = "",
    ) -> Proposed | Refused | Unchanged:
        """Keep the changes as a proposal. Each `before` is what the editor saw when the edit began.

        What somebody changed meanwhile does not hinder it: the screen of the proposal shows it.
        """
        loaded = await self._truth.load_base()
        if not proposals.needed(loaded.base, changes):
            return Unchanged()
        if faults := await proposals.faults_after(loaded.base, changes):
            return Refused(faults=faults)
        new = NewProposal(
            changes=tuple(changes),
            author_id=editor.user_id,
            author=editor.name,
            origin=origin,
            why=why,
            reference=reference,
            base_revision=loaded.revision,
            at=self._now(),
        )
        return Proposed(proposal=await self._same(new) or await self._proposals.add(new))

    async def get(self, number: int) -> Proposal | None:
        return await self._proposals.get(number)

    async def open(self, author_id: int | None = None) -> Sequence[Proposal]:
        return await self._proposals.open(author_id)

    async def clashes(self, proposal: Proposal) -> tuple[Clash, ...]:
        """What somebody changed since, and the author has not chosen about."""
        return proposals.clashes((await self._truth.load_base()).base, proposal.changes)

    async def examine(self, proposal: Proposal, progress: ExamineProgress) -> Proposal:
        """The proposal with what the gate found on the base as it stands; kept with it."""
        loaded = await self._truth.load_base()
        followers = await self._followers.audience(proposal.changes)
        summary = await self._gate.examine(proposal, loaded, followers, progress)
        await self._proposals.examined(proposal.id, summary)
        return replace(proposal, summary=summary)

    async def choose(self, number: int, key: Key, editor: Editor, *, mine: bool) -> Proposal | Closed:
        """Settle one clash; the proposal after it, to be shown anew. Nothing left to change drops it."""
        proposal = await self._proposals.get(number)
        if proposal is None or not proposal.state.is_open:
            return Closed(proposal=proposal)
        loaded = await self._truth.load_base()
        found = (one.number for one in proposals.clashes(loaded.base, proposal.changes) if one.key == key)
        place = next(found, None)
        if place is None:
            return proposal
        changes = proposals.resolved(loaded.base, proposal.changes, place, mine=mine)
        return await self._amend(proposal, changes, loaded.revision, editor)

    async def publish(self, number: int, editor: Editor, reason: str = "") -> Outcome:
        """Publish what was examined on the base as it stands; or what stands in the way."""
        proposal = await self._proposals.get(number)
        if proposal is None or not proposal.state.is_open:
            return Closed(proposal=proposal)
        if self.approval and editor.user_id == proposal.author_id:
            return NeedsApproval(proposal=proposal)
        loaded = await self._truth.load_base()
        if clashes := proposals.clashes(loaded.base, proposal.changes):
            return Conflict(proposal=proposal, clashes=clashes)
        if (changes := proposals.rebased(loaded.base, proposal.changes)) != proposal.changes:
            return Moved(proposal=await self._amend(proposal, changes, loaded.revision, editor))
        if faults := await proposals.faults_after(loaded.base, changes):
            return Refused(faults=faults)
        return await self._weigh(proposal, loaded.revision, editor, reason)

    async def _weigh(self, proposal: Proposal, revision: int, editor: Editor, reason: str) -> Outcome:
        """Publish by what the gate found, if it found it on this revision."""
        summary = proposal.summary
        if summary is None or summary.revision != revision:
            return Moved(proposal=proposal)
        if summary.fails and not editor.role.covers(Role.OWNER):
            return NeedsOwner(proposal=proposal)
        if summary.fails and not reason:
            return NeedsReason(proposal=proposal)
        return await self._publish(proposal, editor, reason, revision, summary.followers)

    async def submit(self, number: int, editor: Editor) -> Submitted | Closed:
        """To somebody else for approval."""
        done = await self._proposals.submit(number, self._deed(editor, "submit", number))
        return await self._after(number, Submitted, done=done)

    async def drop(self, number: int, editor: Editor) -> Dropped | Closed:
        done = await self._proposals.drop(number, self._deed(editor, "drop", number))
        return await self._after(number, Dropped, done=done)

    async def _same(self, new: NewProposal) -> Proposal | None:
        """The same proposal, still open: an update that is delivered again after a kill makes no second."""
        about = (new.changes, new.origin, new.why, new.reference)
        mine = await self._proposals.open(new.author_id)
        return next((one for one in mine if (one.changes, one.origin, one.why, one.reference) == about), None)

    async def _publish(
        self, proposal: Proposal, editor: Editor, reason: str, on: int, followers: int
    ) -> Outcome:
        why = "; ".join(part for part in (proposal.why, reason) if part)
        done = self._deed(editor, "publish", proposal.id, detail=why)
        try:
            revision = await self._proposals.publish(proposal.id, on, why, done)
        except ClosedProposalError:
            return Closed(proposal=await self._proposals.get(proposal.id))
        except (BaseMovedError, EditConflictError):
            # Between our look and the transaction; the next look tells which of the two it is.
            return Moved(proposal=proposal)
        published = replace(proposal, state=ProposalState.PUBLISHED, revision=revision, why=why)
        return Published(proposal=published, revision=revision, followers=followers)

    async def _amend(
        self, proposal: Proposal, changes: Sequence[Change], revision: int, editor: Editor
    ) -> Proposal:
        if changes:
            await self._proposals.amend(proposal.id, changes, revision)
        else:
            await self._proposals.drop(proposal.id, self._deed(editor, "drop", proposal.id))
        return await self._proposals.get(proposal.id) or proposal

    async def _after(self, number: int, kind: type[T], *, done: bool) -> T | Closed:
        proposal = await self._proposals.get(number)
        return kind(proposal=proposal) if done and proposal is not None else Closed(proposal=proposal)

    def _deed(self, editor: Editor, action: str, number: int, detail: str = "") -> AuditEntry:
        return audit_entry(editor, action, number, self._now(), detail)
