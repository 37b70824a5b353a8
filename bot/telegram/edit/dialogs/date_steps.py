"""The steps of a date: typed freely or taken from the calendar, and said back before it is saved."""

from __future__ import annotations

from datetime import date
from typing import Any

from aiogram_dialog import ChatEvent, DialogManager

from bot.editing.forms import typed_values
from bot.editing.forms.typed_values import TypedError
from bot.records.engine_holder import EngineHolder
from bot.replies.editing import calendar, form
from bot.replies.editing import input_errors as mistakes
from bot.replies.parts import Reply
from bot.settings.clock import Clock
from bot.telegram.edit.dialogs.calendar import RussianCalendar
from bot.telegram.edit.dialogs.dependencies import DialogDependencies
from bot.telegram.edit.dialogs.form_state import InHand
from bot.telegram.edit.dialogs.states import Filling
from bot.telegram.edit.dialogs.text_steps import LEAVING, text_window
from bot.telegram.edit.dialogs.windows import ReplyWindow
from knowledge.facts.dates import DateError, EdtfDate

CALENDAR = "cal"


async def understood_window(dialog_manager: DialogManager) -> Reply:
    hand = InHand(dialog_manager)
    return form.date_understood(hand.step, EdtfDate.parse(hand.seen))


async def calendar_window(dialog_manager: DialogManager) -> Reply:
    shown = _calendar(dialog_manager).get_offset(dialog_manager)
    assert shown is not None  # open_calendar set it
    return form.calendar(InHand(dialog_manager).step, calendar.wholes(shown))


async def type_date(
    words: str, dialog_manager: DialogManager, now: Clock, editors_desk: DialogDependencies
) -> None:
    hand = InHand(dialog_manager)
    try:
        when = typed_values.when(words, editors_desk.today(now()))
    except TypedError as error:
        await hand.step_again()
        hand.say(mistakes.wording(error.mistake, error.data))
        return
    await _say_back(hand, dialog_manager, str(when))


async def open_calendar(
    name: str, dialog_manager: DialogManager, now: Clock, editors_desk: DialogDependencies
) -> None:
    """At the month of the date that stands there, else at today's."""
    hand = InHand(dialog_manager)
    if name != hand.asked.name:
        return
    value = hand.draft.value(name)
    day = EdtfDate.parse(value).last_day if value else editors_desk.today(now())
    await dialog_manager.switch_to(Filling.calendar)
    _calendar(dialog_manager).open_at(day, dialog_manager)


async def take_day(_event: ChatEvent, _widget: Any, manager: DialogManager, day: date) -> None:
    await _say_back(InHand(manager), manager, day.isoformat())


async def take_whole(edtf: str, dialog_manager: DialogManager) -> None:
    """A month or a year of the calendar, without a day."""
    try:
        when = EdtfDate.parse(edtf)
    except DateError:
        return
    await _say_back(InHand(dialog_manager), dialog_manager, str(when))


async def agree(name: str, dialog_manager: DialogManager, engine: EngineHolder) -> None:
    hand = InHand(dialog_manager)
    if name == hand.asked.name and hand.seen:
        await hand.settle(hand.seen, engine.current.base)


async def again(_name: str, dialog_manager: DialogManager) -> None:
    await InHand(dialog_manager).step_again()


def windows() -> tuple[ReplyWindow, ...]:
    calendar = RussianCalendar(CALENDAR, take_day)
    return (
        ReplyWindow(Filling.date, text_window, {**LEAVING, "calendar": open_calendar}, type_date),
        ReplyWindow(Filling.understood, understood_window, {"agree": agree, "again": again}, type_date),
        ReplyWindow(
            Filling.calendar, calendar_window, {"whole": take_whole, "again": again}, type_date, calendar
        ),
    )


async def _say_back(hand: InHand, manager: DialogManager, edtf: str) -> None:
    hand.keep(seen=edtf)
    hand.say()
    await manager.switch_to(Filling.understood)


def _calendar(manager: DialogManager) -> RussianCalendar:
    found = manager.find(CALENDAR)
    assert found is not None
    widget: RussianCalendar = found.widget
    return widget
