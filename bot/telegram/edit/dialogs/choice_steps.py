"""Form steps that choose from a list: one item, several items, or people with their roles."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager

from bot.editing.forms import typed_values
from bot.editing.forms.choices import Choice, field_choices, role_choices
from bot.editing.forms.fields import Field, FieldKind
from bot.editing.forms.typed_values import InputError
from bot.records.engine_holder import EngineHolder
from bot.replies.editing import field_names as words
from bot.replies.editing import form_steps as texts
from bot.replies.editing import input_errors
from bot.replies.editing.field_values import person
from bot.replies.editing.form_steps import Item
from bot.replies.parts import Reply
from bot.telegram.edit.dialogs.form_state import FormState
from bot.telegram.edit.dialogs.states import FormDialog
from bot.telegram.edit.dialogs.text_steps import STEP_BUTTONS, page
from bot.telegram.edit.dialogs.windows import ReplyWindow
from knowledge.facts.model import Basis, FactBase

ITEMS_A_PAGE = 8
_ROLE = Field(name="role", kind=FieldKind.TEXT, most=40)


async def pick_window(dialog_manager: DialogManager, engine: EngineHolder) -> Reply:
    form = FormState(dialog_manager)
    value, many = form.step.value, form.current_field.kind is not FieldKind.ONE
    items = [_item(one, form.current_field, value) for one in _options(form, engine.current.base)]
    return texts.pick(form.step, items, form.page, ITEMS_A_PAGE, many=many)


async def role_window(dialog_manager: DialogManager, engine: EngineHolder) -> Reply:
    form, base = FormState(dialog_manager), engine.current.base
    current = _roles_by_person(form).get(form.person_id)
    items = [
        Item(key=one.key, label=words.role(one.value), chosen=one.value == current)
        for one in role_choices(base)
    ]
    return texts.role(form.step, person(form.person_id, base), items)


async def pick(argument: str, dialog_manager: DialogManager, engine: EngineHolder) -> None:
    """`argument`: `field:key of the choice`."""
    form, base = FormState(dialog_manager), engine.current.base
    name, _, key = argument.partition(":")
    chosen = next((one for one in _options(form, base) if one.key == key), None)
    if name != form.current_field.name or chosen is None:
        return
    await _choose(form, dialog_manager, chosen.value, base)


async def type_choice(text: str, dialog_manager: DialogManager, engine: EngineHolder) -> None:
    """A listed choice by its label or id; another text where the field is free."""
    form, base = FormState(dialog_manager), engine.current.base
    plain = text.strip().casefold()
    listed = (one for one in _options(form, base) if plain in (one.label.casefold(), one.value.casefold()))
    found = next(listed, None)
    try:
        if found is None and not form.current_field.free:
            raise InputError(typed_values.InputFault.NOT_LISTED)
        value = found.value if found else typed_values.parse_text(text, form.current_field)
    except InputError as error:
        form.set_note(input_errors.wording(error.fault, error.data))
        return
    await _choose(form, dialog_manager, value, base)


async def pick_role(key: str, dialog_manager: DialogManager, engine: EngineHolder) -> None:
    chosen = next((one for one in role_choices(engine.current.base) if one.key == key), None)
    if chosen is not None:
        await _set_role(FormState(dialog_manager), chosen.value)


async def type_role(text: str, dialog_manager: DialogManager) -> None:
    form = FormState(dialog_manager)
    try:
        role = typed_values.parse_text(text, _ROLE)
    except InputError as error:
        form.set_note(input_errors.wording(error.fault, error.data))
        return
    await _set_role(form, role)


async def remove_person(_argument: str, dialog_manager: DialogManager) -> None:
    """Remove the person from the fact."""
    await _set_role(FormState(dialog_manager), None)


async def back_to_people(_argument: str, dialog_manager: DialogManager) -> None:
    await FormState(dialog_manager).reopen_step()


def windows() -> tuple[ReplyWindow, ...]:
    return (
        ReplyWindow(FormDialog.pick, pick_window, {**STEP_BUTTONS, "pick": pick, "page": page}, type_choice),
        ReplyWindow(
            FormDialog.role,
            role_window,
            {"role": pick_role, "off": remove_person, "people": back_to_people},
            type_role,
        ),
    )


async def _choose(form: FormState, manager: DialogManager, value: str, base: FactBase) -> None:
    form.set_note()
    match form.current_field.kind:
        case FieldKind.ONE:
            if (
                value == Basis.INFERRED
                and form.current_field.name == "basis"
                and not form.draft.value("because")
            ):
                form.ask_next("because")
            default = value == Basis.STATED and form.current_field.name == "basis"
            await form.set_value(None if default else value, base)
        case FieldKind.PARTS:
            form.remember(person=value)
            await manager.switch_to(FormDialog.role)
        case _:
            chosen = list(form.draft.value(form.current_field.name) or [])
            chosen.remove(value) if value in chosen else chosen.append(value)
            form.draft = form.draft.with_value(form.current_field.name, chosen)


async def _set_role(form: FormState, role: str | None) -> None:
    """Set or remove (None) one person's role. The order of people stays; a new person is last."""
    people = [dict(part) for part in form.draft.value(form.current_field.name) or []]
    if role is None:
        people = [part for part in people if part["id"] != form.person_id]
    elif any(part["id"] == form.person_id for part in people):
        people = [part | {"role": role} if part["id"] == form.person_id else part for part in people]
    else:
        people.append({"id": form.person_id, "role": role})
    form.draft = form.draft.with_value(form.current_field.name, people)
    await form.reopen_step()


def _options(form: FormState, base: FactBase) -> tuple[Choice, ...]:
    """All choices; an event cannot follow itself."""
    found = field_choices(base, form.draft.form, form.current_field.name)
    own = form.draft.row.get("id") if form.current_field.name == "follows" else None
    return tuple(one for one in found if one.value != own)


def _item(one: Choice, field: Field, value: Any) -> Item:
    label = one.label
    if field.name == "basis":
        label, value = words.basis(one.label), value or Basis.STATED.value
    if field.kind is FieldKind.PARTS:
        role = next((part["role"] for part in value or [] if part["id"] == one.value), None)
        labelled = label if role is None else f"{label} — {words.role(role) or 'роль не названа'}"
        return Item(key=one.key, label=labelled, chosen=role is not None)
    if field.kind is FieldKind.MANY:
        return Item(key=one.key, label=label, chosen=one.value in (value or []))
    return Item(key=one.key, label=label, chosen=one.value == value)


def _roles_by_person(form: FormState) -> dict[str, str]:
    return {part["id"]: part["role"] for part in form.draft.value(form.current_field.name) or []}
