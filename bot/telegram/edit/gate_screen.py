"""The screen of a proposal, however it was made: the gate's report, or a conflict to settle first."""

from __future__ import annotations

import asyncio

from bot.editing.gate import ExamineProgress
from bot.editing.publication import PublicationService
from bot.records.editing import Editor, Proposal
from bot.replies.editing import gate as texts
from bot.replies.editing import proposals
from bot.replies.editing.conflict import conflict
from bot.replies.parts import Reply
from bot.settings.tasks import run_alongside
from bot.telegram.sending.sender import Place, Sender

_PROGRESS_AFTER, _PROGRESS_EVERY = 1.0, 2.0
"""Seconds before progress is first shown, and between its updates."""


class GateScreen:
    """`missed_share`: the share of own questions that the base may miss."""

    def __init__(self, sender: Sender, publishing: PublicationService, missed_share: float) -> None:
        self._sender = sender
        self._publishing = publishing
        self._missed_share = missed_share

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
            versions = [(clash.key, clash.theirs, clash.mine) for clash in conflicts]
            await screen.show(conflict(proposal, versions))
            return
        await self._examine(screen, proposal, editor)

    async def _examine(self, screen: _ScreenMessage, proposal: Proposal, editor: Editor) -> None:
        progress = ExamineProgress()
        async with run_alongside(_show_progress(screen, proposal, progress)):
            examined = await self._publishing.examine(proposal, progress)
        approves = self._publishing.approval and proposal.author_id != editor.user_id
        may_publish = not self._publishing.approval or approves
        reply = texts.screen(
            examined, missed_share=self._missed_share, may_publish=may_publish, approves=approves
        )
        await screen.show(reply)
        if texts.needs_file(examined):
            caption = texts.FILE_CAPTION.format(number=proposal.id)
            await self._sender.send_file(screen.place, texts.file(examined).encode(), texts.FILE, caption)


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
    await asyncio.sleep(_PROGRESS_AFTER)
    while True:
        await screen.show(texts.progress(proposal, progress.done, progress.total))
        await asyncio.sleep(_PROGRESS_EVERY)
