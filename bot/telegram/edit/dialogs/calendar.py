"""aiogram-dialog's calendar widget in Russian. Blank days do nothing; it opens by the bot's clock."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any

from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram_dialog import DialogManager, DialogProtocol
from aiogram_dialog.api.internal import RawKeyboard
from aiogram_dialog.widgets.kbd import Calendar, CalendarConfig
from aiogram_dialog.widgets.kbd.calendar_kbd import (
    CalendarDaysView,
    CalendarMonthView,
    CalendarScope,
    CalendarScopeView,
    CalendarYearsView,
    OnDateSelected,
)
from aiogram_dialog.widgets.text import Text

from bot.replies.editing import calendar as texts

FIRST, LAST = date(1700, 1, 1), date(2200, 12, 31)


class _DateText(Text):
    """A text formatted from the date that the calendar passes."""

    def __init__(self, format_date: Callable[[date], str]) -> None:
        super().__init__()
        self._format = format_date

    async def _render_text(self, data: dict[str, Any], _manager: DialogManager) -> str:
        return self._format(data["date"])


class RussianCalendar(Calendar):
    """Call `open_at` before it is shown: by itself the widget uses the server's clock."""

    def __init__(self, id: str, on_click: OnDateSelected) -> None:
        # Today is not marked, so the widget's time zone does not matter.
        super().__init__(id=id, on_click=on_click, config=CalendarConfig(min_date=FIRST, max_date=LAST))

    def open_at(self, day: date, manager: DialogManager) -> None:
        page = min(max(day, FIRST), LAST).replace(day=1)
        self.set_offset(page, manager)
        self.set_scope(CalendarScope.DAYS, manager)

    def _init_views(self) -> dict[CalendarScope, CalendarScopeView]:
        day, year = _DateText(lambda shown: str(shown.day)), _DateText(lambda shown: str(shown.year))
        month, both = _DateText(texts.month), _DateText(texts.month_of_year)
        before = _DateText(lambda shown: f"‹ {texts.month(shown)}")
        after = _DateText(lambda shown: f"{texts.month(shown)} ›")
        earlier = _DateText(lambda shown: f"‹ {shown.year}")
        later = _DateText(lambda shown: f"{shown.year} ›")
        return {
            CalendarScope.DAYS: CalendarDaysView(
                self._item_callback_data,
                date_text=day,
                today_text=day,
                weekday_text=_DateText(lambda shown: texts.weekday(shown.weekday())),
                header_text=both,
                zoom_out_text=_DateText(lambda _: "месяцы"),
                next_month_text=after,
                prev_month_text=before,
            ),
            CalendarScope.MONTHS: CalendarMonthView(
                self._item_callback_data,
                month_text=month,
                this_month_text=month,
                header_text=year,
                zoom_out_text=_DateText(lambda _: "годы"),
                next_year_text=later,
                prev_year_text=earlier,
            ),
            CalendarScope.YEARS: CalendarYearsView(
                self._item_callback_data,
                year_text=year,
                this_year_text=year,
                next_page_text=later,
                prev_page_text=earlier,
            ),
        }

    async def _render_keyboard(self, data: dict[str, Any], manager: DialogManager) -> RawKeyboard:
        rows = await super()._render_keyboard(data, manager)
        for row in rows:
            for button in row:
                button.text = button.text.strip() or texts.BLANK
                if isinstance(button, InlineKeyboardButton):
                    button.callback_data = button.callback_data or "blank"
        return [row for row in rows if row]

    async def _process_item_callback(
        self, callback: CallbackQuery, data: str, dialog: DialogProtocol, manager: DialogManager
    ) -> bool:
        # An old button may open a page beyond the end of the calendar.
        with suppress(ValueError, OverflowError):
            before = self.get_offset(manager)
            await super()._process_item_callback(callback, data, dialog, manager)
            if (page := self.get_offset(manager)) is not None and not FIRST <= page <= LAST and before:
                self.set_offset(before, manager)
        return True
