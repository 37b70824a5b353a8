"""The screen of a proposal, however it was made: the gate's report, or a conflict to settle first."""

from __future__ import annotations

import asyncio
from itertools import chain
from zoneinfo import ZoneInfo

import structlog

from bot.editing.disputed_events import disputed
from bot.editing.examination import Examination
from bot.editing.examine_progress import ExaminationCancelledError, ExamineProgress
from bot.editing.outcomes import ChangeConflict
from bot.editing.proposals import conflict_key
from bot.editing.publication import PublicationService
from bot.editing.stale_examples import stale_examples
from bot.editing.told_by import adds_by_editors_word, takes_editors_word
from bot.editing.undo import HistoryStore
from bot.editing.unreasoned_examples import unreasoned_examples
from bot.records.editing import Editor, Proposal, ProposalOrigin, Role
from bot.records.engine_holder import EngineHolder
from bot.replies.editing import gate as texts
from bot.replies.editing import gate_file, proposals
from bot.replies.editing.conflict import ShownConflict, conflict
from bot.replies.parts import Reply
from bot.settings.tasks import detach, run_alongside
from bot.telegram.sending.places import Place
from bot.telegram.sending.sender import Sender
from knowledge.decision.context.event_records import record_date
from knowledge.facts.edits import overwrite
from knowledge.facts.model import Fact, FactBase

log = structlog.get_logger()
PROGRESS_AFTER, _PROGRESS_EVERY = 1.0, 2.0
"""Seconds before progress is first shown, and between its updates."""


class GateScreen:
    """`missed_share`: the share of own questions that the base may miss.

    An examination goes on after `patience` seconds, but nobody's next message waits for it; then it can be
    stopped. One that ends with the process is begun anew from /drafts.
    """

    def __init__(
        self,
        sender: Sender,
        publishing: PublicationService,
        examination: Examination,
        engine: EngineHolder,
        history: HistoryStore,
        zone: ZoneInfo,
        missed_share: float,
        patience: float = PROGRESS_AFTER,
    ) -> None:
        self._sender = sender
        self._publishing = publishing
        self._examination = examination
        self._engine = engine
        self._history = history
        self._zone = zone
        self._missed_share = missed_share
        self._patience = patience
        self._running: dict[tuple[int, int], ExamineProgress] = {}

    async def show_proposal(
        self, place: Place, number: int, editor: Editor, message_id: int | None = None
    ) -> None:
        """Examine the proposal and show what it changes; edits the message `message_id` if given."""
        screen = _ScreenMessage(self._sender, place, message_id)
        proposal = await self._publishing.get(number)
        if proposal is None or not proposal.state.is_open:
            await screen.show(proposals.closed(proposal))
            return
        if conflicts := await self._publishing.conflicts(proposal):
            clashes = [await self._clash(proposal, one) for one in conflicts]
            await screen.show(conflict(proposal, clashes, self._engine.current.base, self._zone))
            return
        done = asyncio.Event()
        detach(self._examine(screen, proposal, editor, done))
        try:
            async with asyncio.timeout(self._patience):
                await done.wait()
        except TimeoutError:
            log.info("gate goes on", proposal=number)

    def stop(self, chat_id: int, number: int) -> bool:
        """Stop the examination that this chat waits for; False where it is over."""
        progress = self._running.get((chat_id, number))
        if progress is not None:
            progress.stop()
        return progress is not None

    async def _examine(
        self, screen: _ScreenMessage, proposal: Proposal, editor: Editor, done: asyncio.Event
    ) -> None:
        key, progress = (screen.place.chat_id, proposal.id), ExamineProgress()
        self._running[key] = progress
        try:
            async with run_alongside(_show_progress(screen, proposal, progress)):
                examined = await self._examination.examine(proposal, progress)
            await self._show(screen, examined, editor)
        except ExaminationCancelledError:
            await screen.show(texts.stopped())
        except Exception as error:
            log.error("edit not examined", proposal=proposal.id, reason=type(error).__name__, exc_info=error)
            await screen.show(texts.failed())
        finally:
            if self._running.get(key) is progress:
                del self._running[key]
            done.set()

    async def _clash(self, proposal: Proposal, one: ChangeConflict) -> ShownConflict:
        """With who published the other version."""
        newest = next(iter(await self._history.newest(1, one.key.id)), None)
        return ShownConflict(
            key=conflict_key(one.key),
            change=proposal.changes[one.number],
            theirs=one.theirs,
            fields=one.fields,
            by=newest.author if newest else "",
            at=newest.at if newest else None,
        )

    async def _show(self, screen: _ScreenMessage, examined: Proposal, editor: Editor) -> None:
        """One that had nothing left to change was dropped when it was to be examined."""
        if not examined.state.is_open:
            await screen.show(proposals.closed(examined))
            return
        base = self._engine.current.base
        approves = self._publishing.approval and examined.author_id != editor.user_id
        viewer = texts.Viewer(
            publishes=not self._publishing.approval or approves,
            approves=approves,
            owns=editor.role.covers(Role.OWNER),
            takes_word=not approves and takes_editors_word(examined.changes),
            adds_word=not approves and _adds_word(examined),
            disputes_event=_disputes_event(examined, base),
            stale=() if approves else tuple(chain(*stale_examples(examined.changes, base).values())),
            unreasoned=() if approves else unreasoned_examples(examined.changes, base),
            lacks_date=not approves and _lacks_date(examined, base),
        )
        await screen.show(texts.screen(examined, base, viewer, missed_share=self._missed_share))
        if gate_file.needs_file(examined, base):
            whole = gate_file.file(examined, base).encode()
            await self._sender.send_file(screen.place, whole, gate_file.FILE, gate_file.FILE_CAPTION)


def _adds_word(examined: Proposal) -> bool:
    """Of a file: in the chat the source of a new fact is asked for."""
    return examined.origin is ProposalOrigin.IMPORT and adds_by_editors_word(examined.changes)


def _lacks_date(examined: Proposal, base: FactBase) -> bool:
    """Whether it is one new fact of the chat, and neither it nor its event is dated."""
    new = [one.after for one in examined.changes if one.before is None and isinstance(one.after, Fact)]
    if len(new) != 1 or examined.reference or examined.origin is not ProposalOrigin.CHAT:
        return False
    return record_date(new[0], overwrite(base, examined.changes)) is None


def _disputes_event(examined: Proposal, base: FactBase) -> bool:
    summary = examined.summary
    return summary is not None and bool(summary.outdated) and bool(disputed(examined.changes, base))


class _ScreenMessage:
    """One message: sent when first shown, edited afterwards."""

    def __init__(self, sender: Sender, place: Place, message_id: int | None) -> None:
        self._sender = sender
        self.place = place
        self._message_id = message_id

    async def show(self, reply: Reply) -> None:
        if self._message_id is None:
            self._message_id = await self._sender.send(self.place, reply)
        else:
            self._message_id = await self._sender.edit(self.place, self._message_id, reply)


async def _show_progress(screen: _ScreenMessage, proposal: Proposal, progress: ExamineProgress) -> None:
    await asyncio.sleep(PROGRESS_AFTER)
    while True:
        await screen.show(texts.progress(proposal, progress.done, progress.total))
        await asyncio.sleep(_PROGRESS_EVERY)
