"""What came of proposing or publishing, as it is shown in the chat."""

from __future__ import annotations

from bot.editing.outcomes import (
    Closed,
    Conflict,
    Moved,
    NeedsApproval,
    NeedsOwner,
    NeedsReason,
    Outcome,
    Proposed,
    Published,
    Refused,
    Unchanged,
)
from bot.records.editing import Editor
from bot.replies.editing import gate as texts
from bot.replies.editing.pack_faults import refused
from bot.telegram.edit.gate_screen import GateScreen
from bot.telegram.sending.sender import Place, Sender


async def show_made(
    made: Proposed | Refused | Unchanged,
    place: Place,
    editor: Editor,
    gate_screen: GateScreen,
    sender: Sender,
) -> str | None:
    """The screen of what was proposed, or why nothing was."""
    match made:
        case Proposed(proposal=proposal):
            await gate_screen.show_proposal(place, proposal.id, editor)
        case Refused(faults=faults):
            await sender.send(place, refused(faults))
        case Unchanged():
            await sender.send(place, texts.unchanged())
    return None


async def show_outcome(
    outcome: Outcome,
    place: Place,
    message_id: int | None,
    editor: Editor,
    gate_screen: GateScreen,
    sender: Sender,
) -> str | None:
    """What came of it, in place of the screen; what must be looked at again is shown again."""
    match outcome:
        case Published(proposal=proposal, revision=revision, followers=followers):
            reply = texts.published(proposal, revision, followers)
            if proposal.author_id != editor.user_id:
                told = texts.published_by(proposal, revision, editor.name)
                await sender.send(Place(chat_id=proposal.author_id), told)
        case Refused(faults=faults):
            reply = refused(faults)
        case Closed(proposal=gone):
            reply = texts.closed(gone)
        case Conflict(proposal=proposal) | Moved(proposal=proposal):
            await gate_screen.show_proposal(place, proposal.id, editor, message_id)
            return texts.MOVED if isinstance(outcome, Moved) else None
        case NeedsOwner() | NeedsReason() | NeedsApproval():
            return None
    if message_id is None:
        await sender.send(place, reply)
    else:
        await sender.edit(place, message_id, reply)
    return None
