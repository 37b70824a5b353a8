"""Dates as a statement words them: «1 декабря 2015 года», «в июне 2016 года»."""

from __future__ import annotations

from datetime import date

from knowledge.data.tables import read_table, split_cell
from knowledge.drafting.texts.templates import template
from knowledge.facts.dates import CalendarDate, EdtfDate, Precision

_MONTHS = [
    split_cell(forms)
    for _, _, _, forms in read_table("calendar/months", "number", "lemma", "adjective", "forms")
]
_GENITIVE, _LOCATIVE = 1, 2
_SEASONS = {
    int(number): split_cell(forms)
    for number, _, forms in read_table("calendar/seasons", "number", "lemma", "forms")
}
_SEASON_ABLATIVE = -2


def when_words(when: EdtfDate) -> str | None:
    """An adverbial that answers «когда»; None for what has no short one."""
    if when.start is None:
        return None
    if when.is_interval:
        if (
            when.start.clock is not None
            and when.end.clock is not None
            and when.start.first_day == when.end.first_day
        ):
            return template(
                "day_hours",
                day=day_words(when.start),
                start=f"{when.start.clock:%H:%M}",
                end=f"{when.end.clock:%H:%M}",
            )
        if when.start.day is None or when.end.day is None:
            return None
        return template(
            "days",
            start=day_words(when.start, year=when.start.year != when.end.year),
            end=day_words(when.end),
        )
    return _point(when.start)


def _point(point: CalendarDate) -> str:
    if point.precision is Precision.MINUTE:
        return template("day_clock", day=day_words(point), clock=f"{point.clock:%H:%M}")
    if point.day is not None:
        return day_words(point)
    if point.precision is Precision.YEAR or point.month is None:
        return template("in_year", year=str(point.year))
    if point.precision is Precision.SEASON:
        return template("in_season", season=_SEASONS[point.month][_SEASON_ABLATIVE], year=str(point.year))
    return template("in_month", month=_MONTHS[point.month - 1][_LOCATIVE], year=str(point.year))


def day_words(point: CalendarDate | date, *, year: bool = True) -> str:
    assert point.month is not None
    named = f"{point.day} {_MONTHS[point.month - 1][_GENITIVE]}"
    return template("of_year", day=named, year=str(point.year)) if year else named
