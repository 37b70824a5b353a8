"""Form steps that choose from a list: one item, several items, or people."""

from __future__ import annotations

from dataclasses import replace

from aiogram_dialog import DialogManager

from bot.editing.forms import typed_values
from bot.editing.forms.choices import Choice, field_choices, used_names
from bot.editing.forms.draft_changes import with_topics
from bot.editing.forms.fields import FieldKind, Form, field_of
from bot.editing.forms.slugs import propose_id
from bot.editing.forms.typed_values import InputError, InputFault
from bot.records.engine_holder import EngineHolder
from bot.replies.editing import field_names as words
from bot.replies.editing import field_values as values
from bot.replies.editing import form_steps as texts
from bot.replies.editing import input_errors
from bot.replies.editing.form_steps import Item
from bot.replies.parts import Reply
from bot.telegram.edit.dialogs.form_state import FormState
from bot.telegram.edit.dialogs.states import FormDialog
from bot.telegram.edit.dialogs.text_steps import STEP_BUTTONS, add_questions, page
from bot.telegram.edit.dialogs.windows import ButtonHandler, ReplyWindow
from knowledge.facts.model import Basis, FactBase

ITEMS_A_PAGE = 8


async def pick_window(dialog_manager: DialogManager, engine: EngineHolder) -> Reply:
    form = FormState(dialog_manager)
    many, base = form.current_field.kind is not FieldKind.ONE, engine.current.base
    items = [_item(one, form, base) for one in _options(form, base)]
    return texts.pick(form.step, items, form.page, ITEMS_A_PAGE, many=many, fresh=form.fresh_topic)


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
    if found is None and not form.current_field.free:
        await _keep_unlisted(text, form, base)
        return
    try:
        value = found.value if found else typed_values.parse_text(text, form.current_field)
    except InputError as error:
        form.set_note(input_errors.wording(error.fault, error.data))
        return
    await _choose(form, dialog_manager, value, base)


async def _keep_unlisted(text: str, form: FormState, base: FactBase) -> None:
    """Offer it as a new topic; questions become examples; any other text waits for a field."""
    if form.draft.form is Form.FACT and text.rstrip().endswith("?"):
        await add_questions(text, form, base)
        return
    if form.current_field.name == "topic":
        try:
            title = typed_values.parse_text(text, field_of(Form.TOPIC, "title"))
        except InputError as error:
            form.set_note(input_errors.wording(error.fault, error.data))
            return
        form.remember(fresh=title)
        form.set_note(texts.new_topic(title))
        return
    form.keep_text(text)
    form.set_note(f"{input_errors.wording(InputFault.NOT_LISTED, {})} {texts.kept_text(text)}")


async def add_topic(_name: str, dialog_manager: DialogManager, engine: EngineHolder) -> None:
    """The topic that was typed becomes part of the draft, and of the base with it."""
    form, base = FormState(dialog_manager), engine.current.base
    if not (title := form.fresh_topic):
        return
    topic = propose_id(title, used_names(base, Form.TOPIC))
    form.draft = replace(form.draft, topics={**form.draft.topics, topic: title})
    form.remember(fresh="")
    await _choose(form, dialog_manager, topic, base)


def windows() -> tuple[ReplyWindow, ...]:
    steps: dict[str, ButtonHandler] = {**STEP_BUTTONS, "pick": pick, "fresh": add_topic, "page": page}
    return (ReplyWindow(FormDialog.pick, pick_window, steps, type_choice),)


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


def _options(form: FormState, base: FactBase) -> tuple[Choice, ...]:
    """All choices, new topics too; an event cannot follow itself."""
    found = field_choices(with_topics(base, form.draft.topics), form.draft.form, form.current_field.name)
    own = form.draft.row.get("id") if form.current_field.name == "follows" else None
    return tuple(one for one in found if one.value != own)


def _item(one: Choice, form: FormState, base: FactBase) -> Item:
    label, field, value = one.label, form.current_field, form.step.value
    if field.name == "basis":
        draft = form.draft
        fresh = draft.is_new or "source" in draft.changed_fields
        label = values.basis({**draft.row, "basis": one.value}, base, new=fresh)
        value = value or Basis.STATED.value
    if field.kind is FieldKind.PARTS:
        role = next((part["role"] for part in value or [] if part["id"] == one.value), None)
        labelled = label if role is None else f"{label} — {words.role(role) or 'роль не названа'}"
        return Item(key=one.key, label=labelled, chosen=role is not None)
    if field.kind is FieldKind.MANY:
        return Item(key=one.key, label=label, chosen=one.value in (value or []))
    return Item(key=one.key, label=label, chosen=one.value == value)
