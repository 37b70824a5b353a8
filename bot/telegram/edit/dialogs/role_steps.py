"""The form step that asks for the role of one person."""

from __future__ import annotations

from aiogram_dialog import DialogManager

from bot.editing.forms import typed_values
from bot.editing.forms.choices import role_choices
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
from bot.telegram.edit.dialogs.windows import ButtonHandler, ReplyWindow

_ROLE = Field(name="role", kind=FieldKind.TEXT, most=40)


async def role_window(dialog_manager: DialogManager, engine: EngineHolder) -> Reply:
    form, base = FormState(dialog_manager), engine.current.base
    current = _roles_by_person(form).get(form.person_id)
    items = [
        Item(key=one.key, label=words.role(one.value), chosen=one.value == current)
        for one in role_choices(base)
    ]
    return texts.role(form.step, person(form.person_id, base), items)


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
    buttons: dict[str, ButtonHandler] = {"role": pick_role, "off": remove_person, "people": back_to_people}
    return (ReplyWindow(FormDialog.role, role_window, buttons, type_role),)


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


def _roles_by_person(form: FormState) -> dict[str, str]:
    return {part["id"]: part["role"] for part in form.draft.value(form.current_field.name) or []}
