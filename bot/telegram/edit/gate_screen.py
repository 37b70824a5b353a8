"""The one screen that every proposal goes through: the gate, or a conflict to settle first."""

from __future__ import annotations

import asyncio

from bot.editing.gate import ExamineProgress
from bot.editing.publication import Publishing
from bot.records.editing import Editor, Proposal
from bot.replies.editing import gate as texts
from bot.replies.editing.conflict import conflict
from bot.replies.parts import Reply
from bot.settings.tasks import beside
from bot.telegram.sending.sender import Place, Sender

_SHOW_AFTER, _SHOW_EVERY = 1.0, 2.0
"""Seconds before the progress of an examination is shown, and between its lines."""


class GateScreen:
    """`missed_share` is the tolerated one."""

    def __init__(self, sender: Sender, publishing: Publishing, missed_share: float) -> None:
        self._sender = sender
        self._publishing = publishing
        self._missed_share = missed_share

    async def show_proposal(
        self, place: Place, number: int, editor: Editor, message_id: int | None = None
    ) -> None:
        """Examine the proposal and show what it does, in place of `message_id` where it is given."""
        canvas = _Canvas(self._sender, place, message_id)
        proposal = await self._publishing.get(number)
        if proposal is None or not proposal.state.is_open:
            await canvas.draw(texts.closed(proposal))
            return
        if clashes := await self._publishing.clashes(proposal):
            told = [(one.key, one.theirs, one.mine) for one in clashes]
            await canvas.draw(conflict(proposal, told))
            return
        await self._examine(canvas, proposal, editor)

    async def _examine(self, canvas: _Canvas, proposal: Proposal, editor: Editor) -> None:
        progress = ExamineProgress()
        async with beside(_tell(canvas, proposal, progress)):
            examined = await self._publishing.examine(proposal, progress)
        approves = self._publishing.approval and proposal.author_id != editor.user_id
        may_publish = not self._publishing.approval or approves
        reply = texts.screen(
            examined, missed_share=self._missed_share, may_publish=may_publish, approves=approves
        )
        await canvas.draw(reply)
        if texts.needs_file(examined):
            caption = texts.FILE_CAPTION.format(number=proposal.id)
            await self._sender.send_file(canvas.place, texts.file(examined).encode(), texts.FILE, caption)


class _Canvas:
    """One message that is drawn over; sent when it is first drawn, if it is not there yet."""

    def __init__(self, sender: Sender, place: Place, message_id: int | None) -> None:
        self._sender = sender
        self.place = place
        self._message_id = message_id

    async def draw(self, reply: Reply) -> None:
        if self._message_id is None:
            self._message_id = await self._sender.send(self.place, reply)
        else:
            self._message_id = await self._sender.edit(self.place, self._message_id, reply)


async def _tell(canvas: _Canvas, proposal: Proposal, progress: ExamineProgress) -> None:
    await asyncio.sleep(_SHOW_AFTER)
    while True:
        await canvas.draw(texts.progress(proposal, progress.done, progress.total))
        await asyncio.sleep(_SHOW_EVERY)
