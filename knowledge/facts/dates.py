"""Dates of a pack: the part of EDTF (ISO 8601-2) that facts need."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, time
from enum import IntEnum

_PATTERN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:T([0-9]{2}):([0-9]{2}))?)?)?")
_OPEN = ".."
_FIRST_SEASON, _LAST_SEASON = 21, 24


class Precision(IntEnum):
    """How exactly a date is known; a larger number is more exact."""

    YEAR = 1
    SEASON = 2
    MONTH = 3
    DAY = 4
    MINUTE = 5


class DateError(ValueError):
    """The text is not a date in a form that a pack may use."""


@dataclass(frozen=True, slots=True, order=True)
class CalendarDate:
    """A year, a season, a month, a day, or a minute of a day in the pack's own zone."""

    year: int
    month: int | None = None
    """1–12, or 21 spring, 22 summer, 23 autumn, 24 winter."""
    day: int | None = None
    clock: time | None = None

    @property
    def precision(self) -> Precision:
        if self.clock is not None:
            return Precision.MINUTE
        if self.day is not None:
            return Precision.DAY
        if self.month is None:
            return Precision.YEAR
        return Precision.SEASON if self.month >= _FIRST_SEASON else Precision.MONTH

    @property
    def first_day(self) -> date:
        """The earliest day that it can mean. The winter of a year begins in its December."""
        return date(self.year, _first_month(self.month), 1 if self.day is None else self.day)

    @property
    def last_day(self) -> date:
        """The latest day that it can mean."""
        if self.day is not None:
            return self.first_day
        months = {Precision.YEAR: 12, Precision.SEASON: 3}.get(self.precision, 1)
        last = _first_month(self.month) + months - 1
        year, month = self.year + (last - 1) // 12, (last - 1) % 12 + 1
        return date(year, month, calendar.monthrange(year, month)[1])

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts) + (f"T{self.clock:%H:%M}" if self.clock is not None else "")


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date (`start == end`), an interval, or "then or earlier" (`start is None`)."""

    start: CalendarDate | None
    end: CalendarDate

    @classmethod
    def parse(cls, text: str) -> EdtfDate:
        """Parse `2016`, `2016-06`, `2025-22`, `2015-12-01`, `2026-09-05T06:00`, `A/B` or `../B`.

        Raises DateError for anything else, also for a day that does not exist.
        """
        head, slash, tail = text.strip().partition("/")
        if not slash:
            point = _parse_point(head)
            return cls(point, point)
        end = _parse_point(tail)
        start = None if head == _OPEN else _parse_point(head)
        if start is not None and _is_after(start, end):
            raise DateError(text)
        return cls(start, end)

    @property
    def precision(self) -> Precision:
        return self.end.precision if self.start is None else min(self.start.precision, self.end.precision)

    @property
    def is_interval(self) -> bool:
        return self.start is not None and self.start != self.end

    @property
    def first_day(self) -> date | None:
        return None if self.start is None else self.start.first_day

    @property
    def last_day(self) -> date:
        return self.end.last_day

    def overlaps(self, other: EdtfDate) -> bool:
        """Whether some day may belong to both."""
        mine, theirs = self.first_day or date.min, other.first_day or date.min
        return mine <= other.last_day and theirs <= self.last_day

    def has_passed(self, today: date) -> bool:
        """Whether its latest day is before `today`."""
        return self.last_day < today

    def __str__(self) -> str:
        if self.start is None:
            return f"{_OPEN}/{self.end}"
        return f"{self.start}/{self.end}" if self.is_interval else str(self.start)


def _first_month(month: int | None) -> int:
    if month is None:
        return 1
    return month if month < _FIRST_SEASON else (3, 6, 9, 12)[month - _FIRST_SEASON]


def _is_after(start: CalendarDate, end: CalendarDate) -> bool:
    if start.clock is not None and end.clock is not None and start.first_day == end.first_day:
        return start.clock > end.clock
    return start.first_day > end.last_day


def _parse_point(text: str) -> CalendarDate:
    found = _PATTERN.fullmatch(text)
    if found is None:
        raise DateError(text)
    year, month, day, hour, minute = (int(part) if part else None for part in found.groups())
    assert year is not None
    point = CalendarDate(year, month, day, _clock(hour, minute, text))
    season = month is not None and _FIRST_SEASON <= month <= _LAST_SEASON
    if month is not None and not (1 <= month <= 12) and not (season and day is None):
        raise DateError(text)
    try:
        # The calendar has no year 0 and ends in 9999, whose winter has no end.
        _ = point.first_day, point.last_day
    except ValueError:
        raise DateError(text) from None
    return point


def _clock(hour: int | None, minute: int | None, text: str) -> time | None:
    if hour is None or minute is None:
        return None
    try:
        return time(hour, minute)
    except ValueError:
        raise DateError(text) from None
