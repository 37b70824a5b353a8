"""The steps of a form: typed texts, numbers, ids, lines; what is typed is judged at its step."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager

from bot.editing.forms import typed_values
from bot.editing.forms.choices import taken
from bot.editing.forms.fields import Field, Shape
from bot.editing.forms.typed_values import TypedError
from bot.records.engine_holder import EngineHolder
from bot.replies.editing import form as texts
from bot.replies.editing import input_errors as mistakes
from bot.replies.editing.form import sign
from bot.replies.parts import Reply
from bot.telegram.edit.dialogs.form_state import InHand
from bot.telegram.edit.dialogs.states import Filling
from bot.telegram.edit.dialogs.windows import ReplyWindow
from knowledge.facts.model import FactBase

LINES_A_PAGE = 12


async def text_window(dialog_manager: DialogManager, engine: EngineHolder) -> Reply:
    return texts.text(InHand(dialog_manager).step, engine.current.base)


async def lines_window(dialog_manager: DialogManager) -> Reply:
    hand = InHand(dialog_manager)
    return texts.lines(hand.step, hand.page, LINES_A_PAGE)


async def type_text(words: str, dialog_manager: DialogManager, engine: EngineHolder) -> None:
    hand, base = InHand(dialog_manager), engine.current.base
    try:
        value = _read(words, hand.asked, hand, base)
    except TypedError as error:
        hand.say(mistakes.wording(error.mistake, error.data))
        return
    await hand.settle(value, base)


async def type_lines(words: str, dialog_manager: DialogManager) -> None:
    """Each line is added; the step stays until «Готово»."""
    hand = InHand(dialog_manager)
    name = hand.asked.name
    try:
        together = typed_values.lines(words, hand.asked, hand.draft.value(name) or [])
    except TypedError as error:
        hand.say(mistakes.wording(error.mistake, error.data))
        return
    hand.draft = hand.draft.put(name, together)
    hand.say()
    hand.turn((len(together) - 1) // LINES_A_PAGE)


async def drop_line(argument: str, dialog_manager: DialogManager) -> None:
    """`name:sign`."""
    hand = InHand(dialog_manager)
    name, _, gone = argument.partition(":")
    if name == hand.asked.name:
        held = [line for line in hand.draft.value(name) or [] if sign(line) != gone]
        hand.draft = hand.draft.put(name, held)


async def clear(name: str, dialog_manager: DialogManager) -> None:
    hand = InHand(dialog_manager)
    if name == hand.asked.name and not hand.asked.required:
        hand.draft = hand.draft.put(name, None)
        await hand.proceed()


async def skip(name: str, dialog_manager: DialogManager) -> None:
    hand = InHand(dialog_manager)
    if name == hand.asked.name:
        await hand.proceed()


async def back(name: str, dialog_manager: DialogManager) -> None:
    hand = InHand(dialog_manager)
    if name == hand.asked.name:
        await hand.whole()


async def page(number: str, dialog_manager: DialogManager) -> None:
    InHand(dialog_manager).turn(int(number) if number.isdigit() else 0)


LEAVING = {"clear": clear, "skip": skip, "done": skip, "back": back}
"""The buttons at the foot of every step."""


def windows() -> tuple[ReplyWindow, ...]:
    return (
        ReplyWindow(Filling.text, text_window, LEAVING, type_text),
        ReplyWindow(Filling.lines, lines_window, {**LEAVING, "drop": drop_line, "page": page}, type_lines),
    )


def _read(words: str, field: Field, hand: InHand, base: FactBase) -> Any:
    if field.shape is Shape.NUMBER:
        return typed_values.number(words)
    if field.shape is Shape.ID:
        return typed_values.id_(words, taken(base, hand.draft.form))
    others = taken(base, hand.draft.form) - {(hand.draft.was or {}).get(field.name)}
    return (
        typed_values.new(words, field, others) if field.name == "short" else typed_values.text(words, field)
    )
