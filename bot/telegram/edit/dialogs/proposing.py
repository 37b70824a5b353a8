"""The end of a form: its changes become a proposal, shown on the gate screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode

from bot.editing.forms.draft_changes import DraftOutdatedError
from bot.editing.forms.drafts import Draft
from bot.editing.forms.fields import field_of
from bot.editing.outcomes import PackFault, Proposed, Refused, Unchanged
from bot.editing.publication import PublicationService
from bot.records.editing import Editor, ProposalOrigin
from bot.replies.editing import field_names as words
from bot.replies.editing import form as texts
from bot.replies.editing import pack_faults
from bot.replies.editing import proposals as proposal_texts
from bot.telegram.edit.gate_screen import GateScreen
from bot.telegram.sending.places import Place
from knowledge.facts.edits import Change


async def propose(
    manager: DialogManager,
    editor: Editor,
    publishing: PublicationService,
    gate_screen: GateScreen,
    changes: Callable[[], tuple[Change, ...]],
    draft: Draft,
) -> str | None:
    """Propose, close the dialog and show the gate screen; or return the problem."""
    try:
        proposed = changes()
    except DraftOutdatedError:
        return texts.GONE
    outcome = await publishing.propose(proposed, editor, origin=ProposalOrigin.CHAT, why=draft.why)
    match outcome:
        case Unchanged():
            return proposal_texts.UNCHANGED
        case Refused(faults=faults):
            return texts.refused([_explain(fault, draft) for fault in faults])
        case Proposed(proposal=proposal):
            place, message_id = _screen_place(manager.event)
            await manager.reset_stack(remove_keyboard=message_id is None)
            manager.show_mode = ShowMode.NO_UPDATE
            await gate_screen.show_proposal(place, proposal.id, editor, message_id)
    return None


def _screen_place(event: Any) -> tuple[Place, int | None]:
    """After a button the gate screen replaces its message; after a text it is a new message."""
    if isinstance(event, CallbackQuery) and event.message is not None:
        return Place(chat_id=event.message.chat.id), event.message.message_id
    assert isinstance(event, Message)
    return Place(chat_id=event.chat.id), None


def _explain(fault: PackFault, draft: Draft) -> str:
    """Name the field where the fault is in this form, else the entity that the edit breaks."""
    key = fault.problem.data.get("key", "").partition(".")[0]
    if fault.entity == draft.row.get("id"):
        try:
            label = words.label(draft.form.value, field_of(draft.form, key).name)
        except KeyError:
            return pack_faults.wording(fault)
        return f"{label}: {pack_faults.wording(fault)}"
    return pack_faults.line(fault)
