"""The steps that choose from lists: one, several, or people with their roles."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager

from bot.editing.forms import typed_values
from bot.editing.forms.choices import Choice, choices, roles
from bot.editing.forms.fields import Field, Shape
from bot.editing.forms.typed_values import TypedError
from bot.records.engine_holder import EngineHolder
from bot.replies.editing import field_names as words
from bot.replies.editing import form as texts
from bot.replies.editing import input_errors as mistakes
from bot.replies.editing.field_values import person
from bot.replies.editing.form import Item
from bot.replies.parts import Reply
from bot.telegram.edit.dialogs.form_state import InHand
from bot.telegram.edit.dialogs.states import Filling
from bot.telegram.edit.dialogs.text_steps import LEAVING, page
from bot.telegram.edit.dialogs.windows import ReplyWindow
from knowledge.facts.model import Basis, FactBase

ITEMS_A_PAGE = 8
_ROLE = Field(name="role", shape=Shape.TEXT, most=40)


async def pick_window(dialog_manager: DialogManager, engine: EngineHolder) -> Reply:
    hand = InHand(dialog_manager)
    value, many = hand.step.value, hand.asked.shape is not Shape.ONE
    items = [_item(one, hand.asked, value) for one in _options(hand, engine.current.base)]
    return texts.pick(hand.step, items, hand.page, ITEMS_A_PAGE, many=many)


async def role_window(dialog_manager: DialogManager, engine: EngineHolder) -> Reply:
    hand, base = InHand(dialog_manager), engine.current.base
    held = _parts(hand).get(hand.person)
    items = [Item(key=one.key, label=words.role(one.value), chosen=one.value == held) for one in roles(base)]
    return texts.role(hand.step, person(hand.person, base), items)


async def pick(argument: str, dialog_manager: DialogManager, engine: EngineHolder) -> None:
    """`name:key`."""
    hand, base = InHand(dialog_manager), engine.current.base
    name, _, key = argument.partition(":")
    chosen = next((one for one in _options(hand, base) if one.key == key), None)
    if name != hand.asked.name or chosen is None:
        return
    await _take(hand, dialog_manager, chosen.value, base)


async def type_choice(written: str, dialog_manager: DialogManager, engine: EngineHolder) -> None:
    """What stands on the list by its label or its id; something else where the field is free."""
    hand, base = InHand(dialog_manager), engine.current.base
    plain = written.strip().casefold()
    listed = (one for one in _options(hand, base) if plain in (one.label.casefold(), one.value.casefold()))
    found = next(listed, None)
    try:
        if found is None and not hand.asked.free:
            raise TypedError(typed_values.Mistake.NOT_LISTED)
        value = found.value if found else typed_values.text(written, hand.asked)
    except TypedError as error:
        hand.say(mistakes.wording(error.mistake, error.data))
        return
    await _take(hand, dialog_manager, value, base)


async def pick_role(key: str, dialog_manager: DialogManager, engine: EngineHolder) -> None:
    chosen = next((one for one in roles(engine.current.base) if one.key == key), None)
    if chosen is not None:
        await _set_role(InHand(dialog_manager), chosen.value)


async def type_role(written: str, dialog_manager: DialogManager) -> None:
    hand = InHand(dialog_manager)
    try:
        role = typed_values.text(written, _ROLE)
    except TypedError as error:
        hand.say(mistakes.wording(error.mistake, error.data))
        return
    await _set_role(hand, role)


async def off(_argument: str, dialog_manager: DialogManager) -> None:
    """The person has no part in it."""
    await _set_role(InHand(dialog_manager), None)


async def to_people(_argument: str, dialog_manager: DialogManager) -> None:
    await InHand(dialog_manager).step_again()


def windows() -> tuple[ReplyWindow, ...]:
    return (
        ReplyWindow(Filling.pick, pick_window, {**LEAVING, "pick": pick, "page": page}, type_choice),
        ReplyWindow(
            Filling.role, role_window, {"role": pick_role, "off": off, "people": to_people}, type_role
        ),
    )


async def _take(hand: InHand, manager: DialogManager, value: str, base: FactBase) -> None:
    hand.say()
    match hand.asked.shape:
        case Shape.ONE:
            if value == Basis.INFERRED and hand.asked.name == "basis" and not hand.draft.value("because"):
                hand.queue("because")
            default = value == Basis.STATED and hand.asked.name == "basis"
            await hand.settle(None if default else value, base)
        case Shape.PARTS:
            hand.keep(person=value)
            await manager.switch_to(Filling.role)
        case _:
            held = list(hand.draft.value(hand.asked.name) or [])
            held.remove(value) if value in held else held.append(value)
            hand.draft = hand.draft.put(hand.asked.name, held)


async def _set_role(hand: InHand, role: str | None) -> None:
    """Others keep their places; somebody new comes last."""
    held = [dict(part) for part in hand.draft.value(hand.asked.name) or []]
    if role is None:
        held = [part for part in held if part["id"] != hand.person]
    elif any(part["id"] == hand.person for part in held):
        held = [part | {"role": role} if part["id"] == hand.person else part for part in held]
    else:
        held.append({"id": hand.person, "role": role})
    hand.draft = hand.draft.put(hand.asked.name, held)
    await hand.step_again()


def _options(hand: InHand, base: FactBase) -> tuple[Choice, ...]:
    """An event follows any but itself."""
    found = choices(base, hand.draft.form, hand.asked.name)
    own = hand.draft.row.get("id") if hand.asked.name == "follows" else None
    return tuple(one for one in found if one.value != own)


def _item(one: Choice, field: Field, value: Any) -> Item:
    label = one.label
    if field.name == "basis":
        label, value = words.basis(one.label), value or Basis.STATED.value
    if field.shape is Shape.PARTS:
        role = next((part["role"] for part in value or [] if part["id"] == one.value), None)
        told = label if role is None else f"{label} — {words.role(role) or 'роль не названа'}"
        return Item(key=one.key, label=told, chosen=role is not None)
    if field.shape is Shape.MANY:
        return Item(key=one.key, label=label, chosen=one.value in (value or []))
    return Item(key=one.key, label=label, chosen=one.value == value)


def _parts(hand: InHand) -> dict[str, str]:
    return {part["id"]: part["role"] for part in hand.draft.value(hand.asked.name) or []}
