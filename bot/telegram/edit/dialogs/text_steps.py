"""Form steps for typed values: texts, numbers, ids, lines. An invalid value is explained at its step."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager

from bot.editing.forms import typed_values
from bot.editing.forms.choices import used_names
from bot.editing.forms.fields import Field, FieldKind, Form, field_of
from bot.editing.forms.taken_examples import taken_examples
from bot.editing.forms.typed_values import InputError
from bot.records.engine_holder import EngineHolder
from bot.replies.editing import form_steps as texts
from bot.replies.editing import input_errors
from bot.replies.editing.form_steps import line_key
from bot.replies.parts import Reply
from bot.telegram.edit.dialogs.form_state import FormState
from bot.telegram.edit.dialogs.states import FormDialog
from bot.telegram.edit.dialogs.windows import ReplyWindow
from knowledge.facts.model import FactBase

LINES_A_PAGE = 12


async def text_window(dialog_manager: DialogManager, engine: EngineHolder) -> Reply:
    return texts.text(FormState(dialog_manager).step, engine.current.base)


async def lines_window(dialog_manager: DialogManager) -> Reply:
    form = FormState(dialog_manager)
    return texts.lines(form.step, form.page, LINES_A_PAGE)


async def type_text(text: str, dialog_manager: DialogManager, engine: EngineHolder) -> None:
    form, base = FormState(dialog_manager), engine.current.base
    try:
        value = _parse(text, form.current_field, form, base)
    except InputError as error:
        form.set_note(input_errors.wording(error.fault, error.data))
        return
    await form.set_value(value, base)


async def type_lines(text: str, dialog_manager: DialogManager, engine: EngineHolder) -> None:
    """Add each line; the step stays open until «Готово»."""
    form = FormState(dialog_manager)
    await _add_lines(text, form.current_field, form, engine.current.base)
    form.set_page((len(form.draft.value(form.current_field.name) or [None]) - 1) // LINES_A_PAGE)


async def add_questions(text: str, form: FormState, base: FactBase) -> None:
    """Add each line to the examples of a fact, from whatever step."""
    await _add_lines(text, field_of(Form.FACT, "questions"), form, base, note=texts.QUESTIONS_ADDED)


async def _add_lines(text: str, field: Field, form: FormState, base: FactBase, note: str = "") -> None:
    """An example of another fact is taken, and said to be one."""
    try:
        all_lines = typed_values.parse_lines(text, field, form.draft.value(field.name) or [])
    except InputError as error:
        form.set_note(input_errors.wording(error.fault, error.data))
        return
    new = [line for line in all_lines if line not in (form.draft.value(field.name) or [])]
    form.draft = form.draft.with_value(field.name, all_lines)
    taken = taken_examples(base, form.draft.row.get("id"), new) if field.name == "questions" else []
    form.set_note("\n".join(filter(None, (note, *(texts.taken_example(*one) for one in taken)))))


async def drop_line(argument: str, dialog_manager: DialogManager) -> None:
    """`argument`: `field:hash of the line`."""
    form = FormState(dialog_manager)
    name, _, dropped = argument.partition(":")
    if name == form.current_field.name:
        lines = [line for line in form.draft.value(name) or [] if line_key(line) != dropped]
        form.draft = form.draft.with_value(name, lines)


async def clear(name: str, dialog_manager: DialogManager) -> None:
    form = FormState(dialog_manager)
    if name == form.current_field.name and not form.current_field.required:
        form.draft = form.draft.with_value(name, None)
        await form.next_step()


async def skip(name: str, dialog_manager: DialogManager) -> None:
    form = FormState(dialog_manager)
    if name == form.current_field.name:
        await form.next_step()


async def back(name: str, dialog_manager: DialogManager) -> None:
    form = FormState(dialog_manager)
    if name == form.current_field.name:
        await form.show_overview()


async def page(number: str, dialog_manager: DialogManager) -> None:
    FormState(dialog_manager).set_page(int(number) if number.isdigit() else 0)


STEP_BUTTONS = {"clear": clear, "skip": skip, "done": skip, "back": back}
"""The buttons at the bottom of every step."""


def windows() -> tuple[ReplyWindow, ...]:
    return (
        ReplyWindow(FormDialog.text, text_window, STEP_BUTTONS, type_text),
        ReplyWindow(
            FormDialog.lines, lines_window, {**STEP_BUTTONS, "drop": drop_line, "page": page}, type_lines
        ),
    )


def _parse(text: str, field: Field, form: FormState, base: FactBase) -> Any:
    if field.kind is FieldKind.NUMBER:
        return typed_values.parse_number(text)
    if field.kind is FieldKind.ID:
        return typed_values.parse_id(text, used_names(base, form.draft.form))
    others = used_names(base, form.draft.form) - {(form.draft.was or {}).get(field.name)}
    return (
        typed_values.parse_unique_text(text, field, others)
        if field.name == "short"
        else typed_values.parse_text(text, field)
    )
