"""Russian texts of the calendar in forms."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

from bot.replies import dates
from knowledge.facts.dates import CalendarDate, EdtfDate

BLANK = "·"
"""Fills the cells of a week outside the month."""
_WEEK = ("Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс")


def weekday(number: int) -> str:
    """Monday is 0."""
    return _WEEK[number]


def month(day: date) -> str:
    """«июнь»."""
    return format_date(day, "LLLL", "ru")


def month_of_year(day: date) -> str:
    """«июнь 2016»."""
    return format_date(day, "LLLL y", "ru")


def wholes(shown: date) -> tuple[tuple[str, str], ...]:
    """The month and the year shown, as label and EDTF, for a date without a known day."""
    points = (CalendarDate(shown.year, shown.month), CalendarDate(shown.year))
    return tuple((dates.short(EdtfDate(point, point)), str(point)) for point in points)
