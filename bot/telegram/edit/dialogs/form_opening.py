"""Opens a form: its first window and the data of its dialog."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.editing.forms.drafts import Draft, Row
from bot.editing.forms.fields import FIRST, FieldKind, Form, field_of
from bot.telegram.edit.dialogs.states import FormDialog

STATES: Mapping[FieldKind, State] = {
    FieldKind.TEXT: FormDialog.text,
    FieldKind.NUMBER: FormDialog.text,
    FieldKind.ID: FormDialog.text,
    FieldKind.DATE: FormDialog.date,
    FieldKind.ONE: FormDialog.pick,
    FieldKind.MANY: FormDialog.pick,
    FieldKind.PARTS: FormDialog.pick,
    FieldKind.LINES: FormDialog.lines,
}


def state_of(form: Form, name: str) -> State:
    """The window that asks for a field."""
    return STATES[field_of(form, name).kind]


async def begin(manager: DialogManager, form: Form, was: Row | None, field: str | None = None) -> None:
    """Open a form above the present dialog: of the entity `was` (at one of its fields), or of a new one."""
    first, data = _start_arguments(form, was, {})
    if field is not None:
        first, data = state_of(form, field), {**data, "field": field, "queued": False}
    await manager.start(first, data)


async def begin_alone(manager: DialogManager, form: Form, row: Row, was: Row | None = None) -> None:
    """Open a form as a new message and without other dialogs: of the entity `was`, or of a new one,
    prefilled with `row`.
    """
    first, data = _start_arguments(form, was, row)
    await manager.start(first, data, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def begin_message(manager: DialogManager, questions: Sequence[str] = ()) -> None:
    """Ask for a new fact in one message, which answers these questions."""
    draft = Draft(form=Form.FACT, row={"questions": [*questions]} if questions else {})
    data: dict[str, Any] = {"draft": draft.to_json(), "field": None, "todo": []}
    await manager.start(FormDialog.message, data, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


def _start_arguments(form: Form, was: Row | None, row: Row) -> tuple[State, dict[str, Any]]:
    """The first window and the dialog's data; a new entity is asked field by field."""
    draft = Draft(form=form, was=was, row=was if was is not None else row)
    todo = [] if was is not None else [name for name in FIRST[form] if name not in draft.row]
    first = FormDialog.overview if not todo else STATES[field_of(form, todo[0]).kind]
    return first, {"draft": draft.to_json(), "field": todo[0] if todo else None, "todo": todo[1:]}


async def unpack(start_data: Any, manager: DialogManager) -> None:
    """When the dialog starts: copy what was passed into the dialog's data. A form reopened has all of it."""
    manager.dialog_data.update(
        {"queued": start_data["field"] is not None, "page": 0, "note": ""} | dict(start_data)
    )
