"""The whole of a form, and its end: a proposal, shown on the gate's screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, ShowMode, StartMode

from bot.editing.forms import typed_values
from bot.editing.forms.draft_changes import GoneError, change_of, retirement
from bot.editing.forms.drafts import Draft
from bot.editing.forms.fields import WHY, field_of
from bot.editing.forms.typed_values import TypedError
from bot.editing.outcomes import Fault, Proposed, Refused, Unchanged
from bot.editing.publication import Publishing
from bot.records.editing import Editor, ProposalOrigin
from bot.records.engine_holder import EngineHolder
from bot.replies.cli import problems
from bot.replies.editing import field_names as words
from bot.replies.editing import form as texts
from bot.replies.editing import gate
from bot.replies.editing import input_errors as mistakes
from bot.replies.parts import Reply
from bot.telegram.edit.dialogs import choice_steps, date_steps, text_steps
from bot.telegram.edit.dialogs.form_state import InHand, names, renamed, unpack
from bot.telegram.edit.dialogs.lost_state import LOST
from bot.telegram.edit.dialogs.states import Filling, Retiring, Shelves
from bot.telegram.edit.dialogs.windows import ReplyWindow
from bot.telegram.edit.gate_screen import GateScreen
from bot.telegram.sending.sender import Place
from knowledge.facts.edits import Change


async def overview_window(dialog_manager: DialogManager, engine: EngineHolder) -> Reply:
    hand = InHand(dialog_manager)
    draft = hand.draft
    return texts.overview(
        draft.form.value,
        draft.row,
        names(draft),
        engine.current.base,
        new=draft.is_new,
        touched=draft.touched,
        why=draft.why,
        note=hand.note,
    )


async def choose_field(name: str, dialog_manager: DialogManager) -> None:
    hand = InHand(dialog_manager)
    if name == WHY.name or name in names(hand.draft):
        await hand.ask(name)


async def no_text(_words: str, dialog_manager: DialogManager) -> None:
    InHand(dialog_manager).say(texts.CHOOSE_FIELD)


async def leave(_argument: str, dialog_manager: DialogManager) -> None:
    """Back to where the form was opened; if that is lost, to the beginning."""
    try:
        await dialog_manager.done()
    except LOST:
        await dialog_manager.start(Shelves.home, mode=StartMode.RESET_STACK)


async def finish(
    _argument: str,
    dialog_manager: DialogManager,
    editor: Editor,
    engine: EngineHolder,
    publishing: Publishing,
    gate_screen: GateScreen,
) -> None:
    """Propose what was changed; what does not do is said over the draft, which stays."""
    hand, base = InHand(dialog_manager), engine.current.base
    draft = hand.draft = renamed(hand.draft, base)
    if draft.missing:
        hand.say(texts.missing(draft.form.value, [field.name for field in draft.missing]))
        return
    if not draft.touched:
        hand.say(texts.NOTHING_CHANGED)
        return
    note = await _propose(
        dialog_manager, editor, publishing, gate_screen, lambda: change_of(draft, base), draft
    )
    if note:
        hand.say(note)


async def retire_window(dialog_manager: DialogManager) -> Reply:
    data = dialog_manager.dialog_data
    draft = Draft.of(data["draft"])
    return texts.retire(title_of(draft), data.get("note", ""))


async def type_reason(
    written: str,
    dialog_manager: DialogManager,
    editor: Editor,
    engine: EngineHolder,
    publishing: Publishing,
    gate_screen: GateScreen,
) -> None:
    data, base = dialog_manager.dialog_data, engine.current.base
    draft = Draft.of(data["draft"])
    try:
        draft = draft.put(WHY.name, typed_values.text(written, WHY))
    except TypedError as error:
        data["note"] = mistakes.wording(error.mistake, error.data)
        return
    note = await _propose(
        dialog_manager, editor, publishing, gate_screen, lambda: retirement(draft, base), draft
    )
    if note:
        data["note"] = note


async def unpack_retiring(start_data: Any, manager: DialogManager) -> None:
    manager.dialog_data.update(start_data)


def title_of(draft: Draft) -> str:
    """What the entity is called."""
    row = draft.was or draft.row
    title = next((row[name] for name in ("says", "title", "name", "short") if name in row), None)
    return str(title or " / ".join(row.get("words", ())))


def build_dialogs() -> tuple[Dialog, ...]:
    overview = ReplyWindow(
        Filling.overview,
        overview_window,
        {"field": choose_field, "finish": finish, "leave": leave},
        no_text,
    )
    return (
        Dialog(
            overview, *text_steps.windows(), *date_steps.windows(), *choice_steps.windows(), on_start=unpack
        ),
        Dialog(
            ReplyWindow(Retiring.reason, retire_window, {"leave": leave}, type_reason),
            on_start=unpack_retiring,
        ),
    )


async def _propose(
    manager: DialogManager,
    editor: Editor,
    publishing: Publishing,
    gate_screen: GateScreen,
    change: Callable[[], Change],
    draft: Draft,
) -> str | None:
    """What hinders it, or None after the dialog gave way to the gate's screen."""
    try:
        made = change()
    except GoneError:
        return texts.GONE
    outcome = await publishing.propose([made], editor, origin=ProposalOrigin.CHAT, why=draft.why)
    match outcome:
        case Unchanged():
            return gate.UNCHANGED
        case Refused(faults=faults):
            return texts.refused([_line(fault, draft) for fault in faults])
        case Proposed(proposal=proposal):
            place, message_id = _where(manager.event)
            await manager.reset_stack(remove_keyboard=message_id is None)
            manager.show_mode = ShowMode.NO_UPDATE
            await gate_screen.show_proposal(place, proposal.id, editor, message_id)
    return None


def _where(event: Any) -> tuple[Place, int | None]:
    """The gate takes the place of the message whose button was pressed; after a text it comes below."""
    if isinstance(event, CallbackQuery) and event.message is not None:
        return Place(chat_id=event.message.chat.id), event.message.message_id
    assert isinstance(event, Message)
    return Place(chat_id=event.chat.id), None


def _line(fault: Fault, draft: Draft) -> str:
    """The field by its name where it is one of this form, else the entity that the edit breaks."""
    key, wording = fault.problem.data.get("key", "").partition(".")[0], problems.wording(fault.problem)
    if fault.entity == draft.row.get("id"):
        try:
            return f"{words.label(draft.form.value, field_of(draft.form, key).name)}: {wording}"
        except KeyError:
            return wording
    return f"{fault.entity or fault.problem.file}: {wording}"
