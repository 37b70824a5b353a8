"""Shows the outcome of proposing or publishing."""

from __future__ import annotations

from bot.editing.outcomes import (
    Amended,
    BaseMoved,
    Closed,
    EditConflict,
    NeedsApproval,
    NeedsOwner,
    NeedsReason,
    Outcome,
    Proposed,
    Published,
    Refused,
    Unchanged,
)
from bot.records.editing import TERMINAL_ID, Editor
from bot.replies.editing import proposals as texts
from bot.replies.editing.pack_faults import refused
from bot.telegram.edit.gate_screen import GateScreen
from bot.telegram.sending.places import Place
from bot.telegram.sending.sender import Sender


async def show_proposed(
    outcome: Proposed | Refused | Unchanged,
    place: Place,
    editor: Editor,
    gate_screen: GateScreen,
    sender: Sender,
) -> None:
    """Show the proposal's screen, or why nothing was proposed."""
    match outcome:
        case Proposed(proposal=proposal):
            await gate_screen.show_proposal(place, proposal.id, editor)
        case Refused(faults=faults):
            await sender.send(place, refused(faults))
        case Unchanged():
            await sender.send(place, texts.unchanged())


def shown_anew(outcome: Outcome) -> str | None:
    """Why the proposal is shown anew instead of what the press was for; None where it is not."""
    match outcome:
        case BaseMoved():
            return texts.MOVED
        case Amended(known=known):
            return texts.AMENDED if known else texts.OLD_SCREEN
    return None


async def show_outcome(
    outcome: Outcome,
    place: Place,
    message_id: int | None,
    editor: Editor,
    gate_screen: GateScreen,
    sender: Sender,
) -> None:
    """Replace the proposal's screen (`message_id`, if given) by the outcome.

    A proposal that must be examined again is shown again.
    """
    match outcome:
        case Published(proposal=proposal, revision=revision, followers=followers):
            reply = texts.published(revision, followers)
            if proposal.author_id not in (editor.user_id, TERMINAL_ID):
                notice = texts.published_by(proposal, revision, editor.name)
                await sender.send(Place(chat_id=proposal.author_id), notice)
        case Refused(faults=faults):
            reply = refused(faults)
        case Closed(proposal=closed):
            reply = texts.closed(closed)
        case EditConflict(proposal=proposal) | BaseMoved(proposal=proposal) | Amended(proposal=proposal):
            await gate_screen.show_proposal(place, proposal.id, editor, message_id)
            return
        case NeedsOwner() | NeedsReason() | NeedsApproval():
            return
    if message_id is None:
        await sender.send(place, reply)
    else:
        await sender.edit(place, message_id, reply)
