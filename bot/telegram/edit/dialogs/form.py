"""The overview of a form, and its end: a proposal, shown on the gate screen; retiring an entity."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import Dialog, DialogManager, ShowMode, StartMode

from bot.editing.forms import typed_values
from bot.editing.forms.draft_changes import DraftOutdatedError, draft_changes, retirement_change
from bot.editing.forms.drafts import Draft
from bot.editing.forms.fields import WHY, field_of
from bot.editing.forms.typed_values import InputError
from bot.editing.outcomes import PackFault, Proposed, Refused, Unchanged
from bot.editing.publication import PublicationService
from bot.records.editing import Editor, ProposalOrigin
from bot.records.engine_holder import EngineHolder
from bot.replies import problems
from bot.replies.editing import field_names as words
from bot.replies.editing import form as texts
from bot.replies.editing import input_errors
from bot.replies.editing import proposals as proposal_texts
from bot.replies.parts import Reply
from bot.settings.clock import Clock
from bot.telegram.edit.dialogs import choice_steps, date_steps, text_steps
from bot.telegram.edit.dialogs.dependencies import DialogDependencies
from bot.telegram.edit.dialogs.form_state import FormState, names, renamed, unpack
from bot.telegram.edit.dialogs.lost_state import LOST
from bot.telegram.edit.dialogs.states import BrowserDialog, FormDialog, RetireDialog
from bot.telegram.edit.dialogs.windows import ReplyWindow
from bot.telegram.edit.gate_screen import GateScreen
from bot.telegram.sending.sender import Place
from knowledge.facts.edits import Change


async def overview_window(dialog_manager: DialogManager, engine: EngineHolder) -> Reply:
    form = FormState(dialog_manager)
    draft = form.draft
    return texts.overview(
        draft.form.value,
        draft.row,
        names(draft),
        engine.current.base,
        new=draft.is_new,
        touched=draft.changed_fields,
        why=draft.why,
        note=form.note,
    )


async def choose_field(name: str, dialog_manager: DialogManager) -> None:
    form = FormState(dialog_manager)
    if name == WHY.name or name in names(form.draft):
        await form.open_field(name)


async def reject_text(_text: str, dialog_manager: DialogManager) -> None:
    FormState(dialog_manager).set_note(texts.CHOOSE_FIELD)


async def leave(_argument: str, dialog_manager: DialogManager) -> None:
    """Back to where the form was opened; if that dialog is lost, to the start of /facts."""
    try:
        await dialog_manager.done()
    except LOST:
        await dialog_manager.start(BrowserDialog.home, mode=StartMode.RESET_STACK)


async def finish(
    _argument: str,
    dialog_manager: DialogManager,
    editor: Editor,
    engine: EngineHolder,
    publishing: PublicationService,
    gate_screen: GateScreen,
    now: Clock,
    dialog_dependencies: DialogDependencies,
) -> None:
    """Propose the changes. A problem is shown above the draft, which stays open."""
    form, base = FormState(dialog_manager), engine.current.base
    draft = form.draft = renamed(form.draft, base)
    if draft.missing:
        form.set_note(texts.missing(draft.form.value, [field.name for field in draft.missing]))
        return
    if not draft.changed_fields:
        form.set_note(texts.NOTHING_CHANGED)
        return
    today = dialog_dependencies.today(now())
    note = await _propose(
        dialog_manager, editor, publishing, gate_screen, lambda: draft_changes(draft, base, today), draft
    )
    if note:
        form.set_note(note)


async def retire_window(dialog_manager: DialogManager) -> Reply:
    data = dialog_manager.dialog_data
    draft = Draft.from_json(data["draft"])
    return texts.retire(title_of(draft), data.get("note", ""))


async def type_reason(
    text: str,
    dialog_manager: DialogManager,
    editor: Editor,
    engine: EngineHolder,
    publishing: PublicationService,
    gate_screen: GateScreen,
) -> None:
    data, base = dialog_manager.dialog_data, engine.current.base
    draft = Draft.from_json(data["draft"])
    try:
        draft = draft.with_value(WHY.name, typed_values.parse_text(text, WHY))
    except InputError as error:
        data["note"] = input_errors.wording(error.fault, error.data)
        return
    note = await _propose(
        dialog_manager, editor, publishing, gate_screen, lambda: (retirement_change(draft, base),), draft
    )
    if note:
        data["note"] = note


async def unpack_retiring(start_data: Any, manager: DialogManager) -> None:
    manager.dialog_data.update(start_data)


def title_of(draft: Draft) -> str:
    """The name under which the entity is shown."""
    row = draft.was or draft.row
    title = next((row[name] for name in ("says", "title", "name", "short") if name in row), None)
    return str(title or " / ".join(row.get("words", ())))


def build_dialogs() -> tuple[Dialog, ...]:
    overview = ReplyWindow(
        FormDialog.overview,
        overview_window,
        {"field": choose_field, "finish": finish, "leave": leave},
        reject_text,
    )
    return (
        Dialog(
            overview, *text_steps.windows(), *date_steps.windows(), *choice_steps.windows(), on_start=unpack
        ),
        Dialog(
            ReplyWindow(RetireDialog.reason, retire_window, {"leave": leave}, type_reason),
            on_start=unpack_retiring,
        ),
    )


async def _propose(
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
    key, wording = fault.problem.data.get("key", "").partition(".")[0], problems.wording(fault.problem)
    if fault.entity == draft.row.get("id"):
        try:
            return f"{words.label(draft.form.value, field_of(draft.form, key).name)}: {wording}"
        except KeyError:
            return wording
    return f"{fault.entity or fault.problem.file}: {wording}"
