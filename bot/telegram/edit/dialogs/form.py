"""The overview of a form, and its end: a proposal, shown on the gate screen; retiring an entity."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aiogram.dispatcher.event.handler import CallableObject
from aiogram_dialog import Dialog, DialogManager, StartMode

from bot.editing.forms import typed_values
from bot.editing.forms.draft_changes import (
    draft_changes,
    retirement_change,
    with_topics,
)
from bot.editing.forms.draft_names import names, renamed
from bot.editing.forms.drafts import Draft
from bot.editing.forms.fields import WHY, FieldKind, Form
from bot.editing.forms.typed_values import InputError
from bot.editing.publication import PublicationService
from bot.records.editing import Editor
from bot.records.engine_holder import EngineHolder
from bot.replies.editing import form as texts
from bot.replies.editing import form_steps as step_texts
from bot.replies.editing import input_errors
from bot.replies.parts import Reply
from bot.settings.clock import Clock
from bot.telegram.edit.dialogs import choice_steps, date_steps, one_message, role_steps, text_steps
from bot.telegram.edit.dialogs.dependencies import DialogDependencies
from bot.telegram.edit.dialogs.form_opening import unpack
from bot.telegram.edit.dialogs.form_state import FormState
from bot.telegram.edit.dialogs.lost_state import LOST, missed_reads, require_read
from bot.telegram.edit.dialogs.proposing import propose
from bot.telegram.edit.dialogs.states import BrowserDialog, FormDialog, RetireDialog
from bot.telegram.edit.dialogs.text_steps import add_questions
from bot.telegram.edit.dialogs.windows import ButtonHandler, ReplyWindow
from bot.telegram.edit.gate_screen import GateScreen

_TYPED: Mapping[FieldKind, ButtonHandler] = {
    FieldKind.TEXT: text_steps.type_text,
    FieldKind.NUMBER: text_steps.type_text,
    FieldKind.ID: text_steps.type_text,
    FieldKind.LINES: text_steps.type_lines,
    FieldKind.DATE: date_steps.type_date,
    FieldKind.ONE: choice_steps.type_choice,
    FieldKind.MANY: choice_steps.type_choice,
    FieldKind.PARTS: choice_steps.type_choice,
}
"""What takes a text in a field of each kind."""


async def overview_window(dialog_manager: DialogManager, engine: EngineHolder) -> Reply:
    form = FormState(dialog_manager)
    draft = form.draft
    return texts.overview(
        draft.form.value,
        draft.row,
        names(draft),
        with_topics(engine.current.base, draft.topics),
        new=draft.is_new,
        touched=draft.changed_fields,
        why=draft.why,
        note=form.note,
    )


async def choose_field(name: str, dialog_manager: DialogManager) -> None:
    """Open the field; a text that was typed before takes its place there."""
    form = FormState(dialog_manager)
    if name != WHY.name and name not in names(form.draft):
        return
    text = form.take_kept_text()
    await form.open_field(name)
    handler = None if form.field is None else _TYPED.get(form.field.kind)
    if text and handler is not None:
        await CallableObject(handler).call(text, **dialog_manager.middleware_data)


async def type_anywhere(text: str, dialog_manager: DialogManager, engine: EngineHolder) -> None:
    """Questions become examples; any other text is kept until a field is chosen for it."""
    form = FormState(dialog_manager)
    lines = [line for line in text.splitlines() if line.strip()]
    if form.draft.form is Form.FACT and lines and all(line.rstrip().endswith("?") for line in lines):
        await add_questions(text, form, engine.current.base)
        return
    form.keep_text(text)
    form.set_note(step_texts.kept_text(text))


async def leave(_argument: str, dialog_manager: DialogManager) -> None:
    """Back to where the form was opened; if that dialog is lost, to the start of /facts.

    Raises StorageUnavailableError if it could not be read.
    """
    before = missed_reads(dialog_manager.middleware_data)
    try:
        await dialog_manager.done()
    except LOST:
        require_read(dialog_manager.middleware_data, before)
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
    note = await propose(
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
    note = await propose(
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
        type_anywhere,
    )
    steps = (one_message, text_steps, date_steps, choice_steps, role_steps)
    return (
        Dialog(overview, *(window for step in steps for window in step.windows()), on_start=unpack),
        Dialog(
            ReplyWindow(RetireDialog.reason, retire_window, {"leave": leave}, type_reason),
            on_start=unpack_retiring,
        ),
    )
