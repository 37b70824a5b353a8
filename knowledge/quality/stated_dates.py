"""Dates and times of a statement against those that are held."""

from __future__ import annotations

from knowledge.decision.context.comparison import Match, compare_dates
from knowledge.facts.dates import CalendarDate, DateError, EdtfDate
from knowledge.language.values import Value, ValueKind

_HOUR = 60
DAY = 24 * _HOUR
"""In minutes."""


def is_other(value: Value, held: EdtfDate) -> bool:
    """Whether a date of the statement, in whichever year of the held one, is outside it."""
    years = {point.year for point in (held.start, held.end) if point is not None}
    points = [EdtfDate(None, held.end) if held.start is None else held]
    return all(_compare(value, one, year) is Match.OTHER for one in points for year in years)


def _compare(value: Value, held: EdtfDate, year: int) -> Match:
    if held.start is None:
        edge = EdtfDate(held.end, held.end)
        day = day_meant(value, year)
        return (
            Match.SAME
            if day is not None and day.first_day <= held.last_day
            else compare_dates(value, edge, (), year)
        )
    return compare_dates(value, held, (), year)


def day_meant(value: Value, year: int) -> CalendarDate | None:
    """The day that a value means; None where it is less exact, or no day of the calendar."""
    if value.kind is not ValueKind.DATE or len(value.dates) != 1:
        return None
    found = value.dates[0]
    if found.month is None or found.day is None:
        return None
    try:
        return EdtfDate.parse(f"{found.year or year:04}-{found.month:02}-{found.day:02}").end
    except DateError:
        return None


def clock_minutes(when: EdtfDate | None) -> set[float]:
    """The clock times of a date's ends."""
    points = (when.start, when.end) if when is not None else ()
    clocks = [point.clock for point in points if point is not None and point.clock is not None]
    return {float(clock.hour * _HOUR + clock.minute) for clock in clocks}
