"""How far two dates are apart, in the unit asked for or in one that suits."""

from __future__ import annotations

from datetime import date, datetime

from knowledge.data.tables import read_table
from knowledge.decision.context.rule_context import RuleContext
from knowledge.facts.dates import EdtfDate
from knowledge.results import SpanLead

_MINUTES = {"minute": 1, "hour": 60}
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}
CLOCK_AND_CALENDAR = read_table("calendar/unit_lemmas", "unit", "words").index("unit", "words", str)
UNITS = {lemma: unit for lemma, unit in CLOCK_AND_CALENDAR.items() if unit not in _MINUTES}
_FEW_MINUTES, _FEW_HOURS = 120, 48
_FEW_DAYS, _FEW_MONTHS = 62, 24
"""Up to so many a length is said in minutes, in hours, in days, in months."""


def span_between(span: str, start: EdtfDate, end: EdtfDate, context: RuleContext) -> SpanLead:
    """The length between two dates in the unit asked for, or else in one that suits it."""
    words = [lemma for term in context.search.question.terms for lemma in term.morphology.lemmas]
    named = (CLOCK_AND_CALENDAR[lemma] for lemma in words if lemma in CLOCK_AND_CALENDAR)
    unit = next(named, "")
    minutes = _minutes(start, end)
    if minutes is not None and (unit in _MINUTES or (not unit and minutes[1] <= _FEW_HOURS * 60)):
        return _of_clock(span, minutes, unit or ("minute" if minutes[1] <= _FEW_MINUTES else "hour"))
    unit = "" if unit in _MINUTES else unit
    if not unit:
        days = _length(start, end, "day")[1]
        unit = "day" if days <= _FEW_DAYS else "month" if days <= _FEW_MONTHS * 30 else "year"
    low, high = _length(start, end, unit)
    full = any(_is_left_over(*pair, unit) for pair in _extremes(start, end))
    return SpanLead(span=span, low=low, high=high, unit=unit, dates=(), full=full)


def _minutes(start: EdtfDate, end: EdtfDate) -> tuple[int, int] | None:
    """The least and the most minutes between two dates that are known to the minute."""
    first, last = start.start, start.end
    moments = [first, last, end.start, end.end]
    known = [
        datetime.combine(one.first_day, one.clock)
        for one in moments
        if one is not None and one.clock is not None
    ]
    if len(known) < len(moments):
        return None
    least, most = known[2] - known[1], known[3] - known[0]
    return int(least.total_seconds()) // 60, int(most.total_seconds()) // 60


def _of_clock(span: str, minutes: tuple[int, int], unit: str) -> SpanLead:
    size = _MINUTES[unit]
    low, high = (max(0, one) // size for one in minutes)
    full = any(one % size for one in minutes)
    return SpanLead(span=span, low=low, high=high, unit=unit, dates=(), full=full)


def _extremes(start: EdtfDate, end: EdtfDate) -> tuple[tuple[date, date], tuple[date, date]]:
    """The days between which least time lies, and most."""
    first, last = start.first_day or start.last_day, start.last_day
    return (last, max(end.first_day or end.last_day, last)), (first, end.last_day)


def _is_left_over(start: date, end: date, unit: str) -> bool:
    """Whether two days are not a whole number of units apart."""
    if unit in _DAYS:
        return (end - start).days % _DAYS[unit] != 0
    return end.day != start.day or _months(start, end) % _MONTHS[unit] != 0


def _length(start: EdtfDate, end: EdtfDate, unit: str) -> tuple[int, int]:
    """The least and the most units between two dates."""
    (last, near), (first, far) = _extremes(start, end)
    if unit in _DAYS:
        return (near - last).days // _DAYS[unit], (far - first).days // _DAYS[unit]
    low, high = _months(last, near) // _MONTHS[unit], _months(first, far) // _MONTHS[unit]
    return max(0, low), max(0, high)


def _months(start: date, end: date) -> int:
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
