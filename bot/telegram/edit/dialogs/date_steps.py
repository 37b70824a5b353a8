"""Form steps for a date, typed or chosen in the calendar; one that is not kept as typed is confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from aiogram_dialog import ChatEvent, DialogManager

from bot.editing.forms import guessed_years, typed_values
from bot.editing.forms.drafts import entity_of
from bot.editing.forms.typed_values import InputError
from bot.records.engine_holder import EngineHolder
from bot.replies.editing import calendar as calendar_texts
from bot.replies.editing import form_steps as texts
from bot.replies.editing import input_errors
from bot.replies.parts import Reply
from bot.settings.clock import Clock
from bot.telegram.edit.dialogs.calendar import RussianCalendar
from bot.telegram.edit.dialogs.dependencies import DialogDependencies
from bot.telegram.edit.dialogs.form_state import FormState
from bot.telegram.edit.dialogs.states import FormDialog
from bot.telegram.edit.dialogs.text_steps import STEP_BUTTONS, text_window
from bot.telegram.edit.dialogs.windows import ReplyWindow
from knowledge.facts.dates import DateError, EdtfDate

CALENDAR = "cal"


async def understood_window(dialog_manager: DialogManager) -> Reply:
    form = FormState(dialog_manager)
    return texts.date_understood(
        form.step, EdtfDate.parse(form.parsed_date), form.lost_words, form.guessed_year
    )


async def calendar_window(dialog_manager: DialogManager) -> Reply:
    shown = _calendar(dialog_manager).get_offset(dialog_manager)
    assert shown is not None  # open_calendar sets it
    return texts.calendar(FormState(dialog_manager).step, calendar_texts.wholes(shown))


async def type_date(
    text: str,
    dialog_manager: DialogManager,
    engine: EngineHolder,
    now: Clock,
    dialog_dependencies: DialogDependencies,
) -> None:
    """Take the date; only one that says more or less than is kept is shown for confirmation first."""
    form, today = FormState(dialog_manager), dialog_dependencies.today(now())
    try:
        draft, base = form.draft, engine.current.base
        near = guessed_years.around(entity_of(draft), base, today, new=draft.is_new)
        when = typed_values.parse_date(text, today, near)
    except InputError as error:
        if "found" in error.data:
            await _confirm(form, dialog_manager, error.data)
            return
        await form.reopen_step()
        form.set_note(input_errors.wording(error.fault, error.data))
        return
    await _take(form, when, engine)


async def open_calendar(
    name: str, dialog_manager: DialogManager, now: Clock, dialog_dependencies: DialogDependencies
) -> None:
    """Open at the month of the field's date, or of today."""
    form = FormState(dialog_manager)
    if name != form.current_field.name:
        return
    value = form.draft.value(name)
    day = EdtfDate.parse(value).last_day if value else dialog_dependencies.today(now())
    await dialog_manager.switch_to(FormDialog.calendar)
    _calendar(dialog_manager).open_at(day, dialog_manager)


async def take_day(_event: ChatEvent, _widget: Any, manager: DialogManager, day: date) -> None:
    await _take(FormState(manager), EdtfDate.parse(day.isoformat()), manager.middleware_data["engine"])


async def take_whole(edtf: str, dialog_manager: DialogManager, engine: EngineHolder) -> None:
    """A whole month or year of the calendar (EDTF)."""
    try:
        when = EdtfDate.parse(edtf)
    except DateError:
        return
    await _take(FormState(dialog_manager), when, engine)


async def accept(name: str, dialog_manager: DialogManager, engine: EngineHolder) -> None:
    form = FormState(dialog_manager)
    if name == form.current_field.name and form.parsed_date:
        await form.set_value(form.parsed_date, engine.current.base)


async def again(_name: str, dialog_manager: DialogManager) -> None:
    await FormState(dialog_manager).reopen_step()


def windows() -> tuple[ReplyWindow, ...]:
    widget = RussianCalendar(CALENDAR, take_day)
    return (
        ReplyWindow(FormDialog.date, text_window, {**STEP_BUTTONS, "calendar": open_calendar}, type_date),
        ReplyWindow(FormDialog.understood, understood_window, {"agree": accept, "again": again}, type_date),
        ReplyWindow(
            FormDialog.calendar, calendar_window, {"whole": take_whole, "again": again}, type_date, widget
        ),
    )


async def _take(form: FormState, when: EdtfDate, engine: EngineHolder) -> None:
    """Store the date; the next screen says how it was understood."""
    label = form.step.label
    await form.set_value(str(when), engine.current.base)
    form.set_note(texts.date_taken(label, when))


async def _confirm(form: FormState, manager: DialogManager, found: Mapping[str, str]) -> None:
    """Show how the date was understood and ask for confirmation. `found`: the data of the error."""
    form.remember(seen=found["found"], lost=found["lost"], year=found.get("year", ""))
    form.set_note()
    await manager.switch_to(FormDialog.understood)


def _calendar(manager: DialogManager) -> RussianCalendar:
    found = manager.find(CALENDAR)
    assert found is not None
    widget: RussianCalendar = found.widget
    return widget
