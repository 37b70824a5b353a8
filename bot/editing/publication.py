"""The lifecycle of an edit: proposed, submitted for approval, published or dropped."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from bot.editing import proposals
from bot.editing.amending import amend
from bot.editing.audit_entry import audit_entry
from bot.editing.outcomes import (
    Amended,
    BaseMoved,
    ChangeConflict,
    Closed,
    Dropped,
    EditConflict,
    NeedsApproval,
    Outcome,
    Proposed,
    Published,
    Refused,
    SentBack,
    Submitted,
    Unchanged,
)
from bot.editing.ports import BaseStore, ProposalStore
from bot.editing.sources import without_used_sources
from bot.records.editing import (
    AmendedProposalError,
    AuditEntry,
    BaseMovedError,
    ClosedProposalError,
    Editor,
    NewProposal,
    Proposal,
    ProposalOrigin,
    ProposalState,
)
from bot.records.seen_examination import fingerprint
from knowledge.facts.edits import Change, EditConflictError
from knowledge.facts.serialization import Key

T = TypeVar("T", Submitted, SentBack, Dropped)


class PublicationService:
    """`approval`: another editor than the author must publish. Callers check that the editor may publish.

    `catch_up` has this process answer from the newest base; it is awaited before a publication is told.
    """

    def __init__(
        self,
        proposals: ProposalStore,
        base_store: BaseStore,
        now: Callable[[], datetime],
        *,
        catch_up: Callable[[], Awaitable[None]],
        approval: bool = False,
    ) -> None:
        self._proposals = proposals
        self._base_store = base_store
        self._now = now
        self._catch_up = catch_up
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
        """Store the changes as a proposal. Each `before` is what the editor saw when the edit began.

        Edits published meanwhile are no obstacle here: the proposal's screen shows the conflicts.
        """
        loaded = await self._base_store.load_base()
        if origin is ProposalOrigin.UNDO:
            # A source that came with the edit may be that of later facts.
            changes = without_used_sources(changes, loaded.base)
        if not proposals.effective_changes(loaded.base, changes):
            return Unchanged()
        if faults := await proposals.faults_after_changes(loaded.base, changes):
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
        return Proposed(proposal=await self._open_duplicate(new) or await self._proposals.add(new))

    async def get(self, number: int) -> Proposal | None:
        return await self._proposals.get(number)

    async def open(self, author_id: int | None = None) -> Sequence[Proposal]:
        return await self._proposals.open(author_id)

    async def drafts_of(self, key: Key, editor: Editor) -> Sequence[Proposal]:
        """Open proposals of other editors that change this entity."""
        others = (one for one in await self._proposals.open() if one.author_id != editor.user_id)
        return [one for one in others if any(change.key == key for change in one.changes)]

    async def conflicts(self, proposal: Proposal) -> tuple[ChangeConflict, ...]:
        """Conflicts with newer edits that the author has not resolved yet."""
        return proposals.find_conflicts((await self._base_store.load_base()).base, proposal.changes)

    async def publish(self, number: int, editor: Editor, reason: str = "", *, seen: str) -> Outcome:
        """Publish a proposal that was examined on the current base, or say what prevents it.

        `seen` is the fingerprint of what the editor was shown; empty where the screen did not say it.
        """
        proposal = await self._proposals.get(number)
        if proposal is None or not proposal.state.is_open:
            return Closed(proposal=proposal)
        if self.approval and editor.user_id == proposal.author_id:
            return NeedsApproval(proposal=proposal)
        loaded = await self._base_store.load_base()
        if conflicts := proposals.find_conflicts(loaded.base, proposal.changes):
            return EditConflict(proposal=proposal, conflicts=conflicts)
        if (changes := proposals.rebase(loaded.base, proposal.changes)) != proposal.changes:
            return BaseMoved(
                proposal=await amend(self._proposals, proposal, changes, loaded.revision, editor, self._now())
            )
        if faults := await proposals.faults_after_changes(loaded.base, changes):
            return Refused(faults=faults)
        return await self._publish_if_allowed(proposal, loaded.revision, editor, reason, seen)

    async def _publish_if_allowed(
        self, proposal: Proposal, revision: int, editor: Editor, reason: str, seen: str
    ) -> Outcome:
        """Publish what the editor was shown, on the base that it was examined on; see `failed_check`."""
        summary = proposal.summary
        if summary is not None and summary.revision != revision:
            return BaseMoved(proposal=proposal)
        if summary is None or seen != fingerprint(proposal):
            return Amended(proposal=proposal, known=bool(seen))
        if obstacle := proposals.failed_check(proposal, summary, editor, reason):
            return obstacle
        return await self._publish(proposal, editor, reason, revision, summary.followers)

    async def submit(self, number: int, editor: Editor, seen: str = "") -> Submitted | Closed | Amended:
        """Ask another editor to approve and publish.

        `seen`, here and below: the fingerprint of the changes that the editor was shown, if any.
        """
        entry = self._audit_entry(editor, "submit", number)
        return await self._step(number, Submitted, self._proposals.submit(number, entry, seen=seen))

    async def send_back(self, number: int, editor: Editor, seen: str = "") -> SentBack | Closed | Amended:
        """Make it a draft again, for the author to change."""
        entry = self._audit_entry(editor, "back", number)
        return await self._step(number, SentBack, self._proposals.send_back(number, entry, seen=seen))

    async def drop(self, number: int, editor: Editor, seen: str = "") -> Dropped | Closed | Amended:
        entry = self._audit_entry(editor, "drop", number)
        return await self._step(number, Dropped, self._proposals.drop(number, entry, seen=seen))

    async def _open_duplicate(self, new: NewProposal) -> Proposal | None:
        """The same proposal, still open: an update redelivered after a crash must not add a second one."""
        mine = await self._proposals.open(new.author_id)
        return next((one for one in mine if proposals.is_same(one, new)), None)

    async def _publish(
        self, proposal: Proposal, editor: Editor, reason: str, on: int, followers: int
    ) -> Outcome:
        why = "; ".join(part for part in (proposal.why, reason) if part)
        entry = self._audit_entry(editor, "publish", proposal.id, detail=why)
        try:
            revision = await self._proposals.publish(proposal, on, why, entry)
        except ClosedProposalError:
            return Closed(proposal=await self._proposals.get(proposal.id))
        except AmendedProposalError:
            return Amended(proposal=proposal)
        except (BaseMovedError, EditConflictError):
            # Somebody published between our read and the transaction; the next attempt tells which it is.
            return BaseMoved(proposal=proposal)
        await self._catch_up()
        published = replace(proposal, state=ProposalState.PUBLISHED, revision=revision, why=why)
        return Published(proposal=published, revision=revision, followers=followers)

    async def _step(self, number: int, kind: type[T], done: Awaitable[bool]) -> T | Closed | Amended:
        try:
            is_done = await done
        except AmendedProposalError:
            proposal = await self._proposals.get(number)
            return Closed(proposal=None) if proposal is None else Amended(proposal=proposal)
        proposal = await self._proposals.get(number)
        return kind(proposal=proposal) if is_done and proposal is not None else Closed(proposal=proposal)

    def _audit_entry(self, editor: Editor, action: str, number: int, detail: str = "") -> AuditEntry:
        return audit_entry(editor, action, number, self._now(), detail)
