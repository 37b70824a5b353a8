"""What the gate finds of changes, stored with their proposal; the editor's word that a reply is no alarm."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.editing import proposals
from bot.editing.amending import amend
from bot.editing.examine_progress import ExamineProgress
from bot.editing.gate import EditGate
from bot.editing.gate_summary import alarm_of, with_settled
from bot.editing.outcomes import Amended, Refused
from bot.editing.ports import DatedBaseStore, FollowerCounter, ProposalStore, SettledAlarms
from bot.records.editing import TERMINAL_ID, Editor, Proposal, ProposalOrigin
from bot.records.gate import GateSummary
from bot.records.seen_examination import fingerprint
from knowledge.facts.dates import EdtfDate
from knowledge.facts.edits import Change
from knowledge.facts.serialization import Key


class Examination:
    """Asks the gate, and keeps what it finds with the proposal."""

    def __init__(
        self,
        proposals: ProposalStore,
        base_store: DatedBaseStore,
        gate: EditGate,
        followers: FollowerCounter,
        settled: SettledAlarms,
        now: Callable[[], datetime],
    ) -> None:
        self._proposals = proposals
        self._base_store = base_store
        self._gate = gate
        self._followers = followers
        self._settled = settled
        self._now = now

    async def preview(self, changes: Sequence[Change], progress: ExamineProgress) -> GateSummary | Refused:
        """What the gate finds of changes that are not proposed yet."""
        loaded = await self._base_store.load_base()
        if faults := await proposals.faults_after_changes(loaded.base, changes):
            return Refused(faults=faults)
        followers = await self._followers.audience(changes, self._now(), TERMINAL_ID)
        return await self._gate.examine(changes, loaded, followers, progress)

    async def examine(self, proposal: Proposal, progress: ExamineProgress) -> Proposal:
        """Run the gate on the current base, unless it has; the proposal with the summary, which is stored.

        Raises ExaminationCancelledError.
        """
        known = proposal.summary
        if known is not None and known.revision == await self._base_store.current_revision():
            return proposal
        loaded = await self._base_store.load_base()
        changes = proposals.rebase(loaded.base, proposal.changes)
        if changes != proposal.changes:
            proposal = await amend(self._proposals, proposal, changes, loaded.revision, None, self._now())
            if not proposal.state.is_open:
                return proposal
        followers = await self._followers.audience(proposal.changes, self._now(), proposal.author_id)
        restored = await self._restored(proposal)
        summary = await self._gate.examine(proposal.changes, loaded, followers, progress, restored)
        await self._proposals.examined(proposal, summary)
        return replace(proposal, summary=summary)

    async def _restored(self, proposal: Proposal) -> Mapping[Key, EdtfDate | None]:
        """The days that an undo gives back with what it restores."""
        if proposal.origin is not ProposalOrigin.UNDO:
            return {}
        return await self._base_store.days_of_undone(proposal.changes)

    async def settle(
        self, number: int, place: int, editor: Editor, *, seen: str, alike: bool = False
    ) -> Proposal | Amended | None:
        """«Так и надо»: the reply at this place of the summary is no alarm, now and later; with `alike` those
        of the same cause, too.

        `seen` is the fingerprint of what the editor was shown: another summary has other replies there.
        """
        proposal = await self._proposals.get(number)
        if proposal is None or not proposal.state.is_open:
            return None
        summary = proposal.summary
        if summary is None or seen != fingerprint(proposal):
            return Amended(proposal=proposal, known=bool(seen))
        if not 0 <= place < len(summary.replies):
            return None
        meant = summary.alike(place) if alike else (summary.replies[place],)
        alarms = {alarm_of(one): one.question for one in meant}
        await self._settled.settle(alarms, editor.name, self._now())
        summary = with_settled(summary, *alarms)
        await self._proposals.examined(proposal, summary)
        return replace(proposal, summary=summary)
