"""Dates in Russian, never more precise than the base has them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import dates as babel_dates

from knowledge.facts.dates import CalendarDate, EdtfDate, Precision

_LOCALE = "ru"
_SEASONS = {
    21: ("весна", "весны", "весну"),
    22: ("лето", "лета", "лето"),
    23: ("осень", "осени", "осень"),
    24: ("зима", "зимы", "зиму"),
}
_NOMINATIVE, _GENITIVE, _ACCUSATIVE = range(3)


def moment(at: datetime, zone: ZoneInfo) -> str:
    """«1 мая 2016 года, 10:00» in the time zone."""
    return babel_dates.format_datetime(at.astimezone(zone), "d MMMM y 'года', HH:mm", locale=_LOCALE)


def full(when: EdtfDate) -> str:
    """With the day of the week: «вторник, 1 декабря 2015 года», «июнь 2016 года»."""
    if when.start is None or when.is_interval:
        return short(when)
    if when.precision >= Precision.DAY:
        return _formatted(when.end.first_day, "EEEE, d MMMM y 'года'") + _clock(when.end)
    return _point(when.end, _NOMINATIVE)


def short(when: EdtfDate) -> str:
    """The same without the day of the week: «2 декабря 2015 года»."""
    if when.start is None:
        return f"не позднее {_point(when.end, _GENITIVE)}"
    if when.is_interval:
        return _interval(when.start, when.end)
    return _point(when.end, _NOMINATIVE)


def accusative(when: EdtfDate) -> str:
    """The end of the date in the accusative, after «по состоянию на»."""
    return _point(when.end, _ACCUSATIVE)


def genitive(when: EdtfDate) -> str:
    """After «от» and «до»: «июня 2016 года»; of an interval its end."""
    return _point(when.end, _GENITIVE)


def _interval(start: CalendarDate, end: CalendarDate) -> str:
    """«со 2 по 5 августа 2023 года»: the shared month and year are given once; of a day, its hours."""
    if start.clock is not None and end.clock is not None and start.first_day == end.first_day:
        day = _point(replace(end, clock=None), _NOMINATIVE)
        return f"{day}, с {start.clock:%H:%M} до {end.clock:%H:%M}"
    first = _point(start, _GENITIVE)
    timed = Precision.MINUTE in (start.precision, end.precision)
    if start.year == end.year and start.precision is end.precision and not timed:
        first = first.removesuffix(f" {start.year} года") if start.month else str(start.year)
        if start.day is not None and start.month == end.month:
            first = str(start.day)
    elif start.precision is end.precision is Precision.YEAR:
        first = str(start.year)
    return f"{_since(start.day or 0)} {first} по {_point(end, _ACCUSATIVE)}"


def _clock(point: CalendarDate) -> str:
    return f", {point.clock:%H:%M}" if point.clock is not None else ""


def _since(day: int) -> str:
    return "со" if day == 2 else "с"  # со второго


def _point(point: CalendarDate, case: int) -> str:
    if point.day is not None:
        return _formatted(point.first_day, "d MMMM y 'года'") + _clock(point)
    if point.month is None:
        return f"{point.year} {'года' if case == _GENITIVE else 'год'}"
    if point.month in _SEASONS:
        return f"{_SEASONS[point.month][case]} {point.year} года"
    month = "MMMM" if case == _GENITIVE else "LLLL"  # «июня» and «июнь»
    return _formatted(point.first_day, f"{month} y 'года'")


@lru_cache(4_096)
def _formatted(day: date, pattern: str) -> str:
    return babel_dates.format_date(day, pattern, _LOCALE)
