"""Parses a date typed in Russian into EDTF, never more precise than what was typed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from knowledge.facts.dates import CalendarDate, DateError, EdtfDate, Precision
from knowledge.language import calendar_words as words
from knowledge.language.date_errors import DateParseError, DateProblem
from knowledge.language.relative_dates import checked, relative_date

_LONGEST = 200
_YEAR = "|".join(words.YEARS)
_MONTH = "|".join(sorted((*words.MONTH_FORMS, *words.SEASON_FORMS), key=len, reverse=True))
_WEEKDAY = re.compile(rf"(?:во? )?({'|'.join(words.WEEKDAY_FORMS)})\b\.?,? (?=\d)")
_NOISE = re.compile(r"(?<=\d)-?(?:ого|его|ое|го|ье|е|й|м)\b|\b(?:во?|на) |(?<=[а-я])\.")
_POINT = re.compile(
    rf"""
    (?P<written>\d{{4}}(?:-\d{{2}}){{0,2}})(?:\ (?:{_YEAR}))?
    | (?P<day>\d{{1,2}})[./-](?P<number>\d{{1,2}})[./-](?P<long>\d{{4}})(?:\ ?(?:{_YEAR}))?
    | (?P<only>\d{{1,2}})[./](?P<since>\d{{4}})
    | (?:(?P<date>\d{{1,2}})\ ?)?(?P<month>{_MONTH})(?:\ (?P<year>\d{{3,4}}|\d{{1,4}}(?=\ (?:{_YEAR}))))?
      (?:\ ?(?:{_YEAR}))?
    | (?P<bare>\d{{1,4}})(?P<said>\ ?(?:{_YEAR}))?
    """,
    re.VERBOSE,
)
_SPAN = re.compile(rf"(?:{'|'.join(words.FROM)}) (?P<start>.+?) (?:{'|'.join(words.TO)}) (?P<end>.+)")
_UNTIL = re.compile(rf"(?:{'|'.join(words.UNTIL)}) (?P<end>.+)")


def parse_russian_date(text: str, today: date) -> EdtfDate:
    """«14 июня 2016», «лето 2016», «с 2 по 5 августа 2023», «до 2016», «завтра», or EDTF itself.

    Raises DateParseError.
    """
    folded = _folded(text)
    if len(folded) > _LONGEST or not folded:
        raise DateParseError(DateProblem.UNREADABLE)
    try:
        return EdtfDate.parse(folded)
    except DateError:
        found = relative_date(folded, today) or _absolute(folded)
    if found.start is not None and found.start.first_day > found.end.last_day:
        raise DateParseError(DateProblem.BACKWARDS)
    return found


def _folded(text: str) -> str:
    plain = " ".join(text.lower().replace("ё", "е").split()).rstrip(" .,;")
    return re.sub(r"\s*[–—−]\s*", " - ", plain)


def _absolute(text: str) -> EdtfDate:
    named = _WEEKDAY.match(text)
    rest = text[named.end() :] if named else text
    cleaned = " ".join(_NOISE.sub("", rest).split())
    found = _parse_absolute(cleaned)
    if named:
        if found.precision is not Precision.DAY or found.is_interval:
            raise DateParseError(DateProblem.UNREADABLE)
        if found.last_day.weekday() != words.WEEKDAY_FORMS[named.group(1)]:
            raise DateParseError(DateProblem.OTHER_WEEKDAY)
    return found


def _parse_absolute(text: str) -> EdtfDate:
    if span := _SPAN.fullmatch(text):
        return _interval(span["start"], span["end"])
    if until := _UNTIL.fullmatch(text):
        return EdtfDate(None, _complete(_parse_partial(until["end"])))
    # A date, first of all: «14-06-2016» is no interval.
    if _POINT.fullmatch(text):
        point = _complete(_parse_partial(text))
        return EdtfDate(point, point)
    start, dash, end = text.rpartition("-")
    if dash:
        return _interval(start.strip(), end.strip())
    raise DateParseError(DateProblem.UNREADABLE)


class _Partial:
    """A day, month or year of which parts may be missing; `bare` is a number that may be a day or a year."""

    __slots__ = ("bare", "day", "month", "year")

    def __init__(
        self, year: int | None, month: int | None = None, day: int | None = None, bare: int | None = None
    ) -> None:
        self.year, self.month, self.day, self.bare = year, month, day, bare


def _interval(first: str, last: str) -> EdtfDate:
    """Parts missing at the start are those of the end: «с 2 по 5 августа 2023», «с июня по август 2016»."""
    start, end = _parse_partial(first), _complete(_parse_partial(last))
    only_month = start.month is not None and start.year is None
    if start.bare is not None:
        if end.precision is Precision.DAY and start.bare <= 31:
            start.day = start.bare
        elif end.precision is Precision.YEAR:
            start.year = start.bare
        else:
            raise DateParseError(DateProblem.UNREADABLE)
        start.bare = None
    if start.day is not None and start.month is None:
        start.month = end.month
    if start.year is None:
        start.year = end.year
    begun = _complete(start)
    if only_month and begun.first_day > end.last_day and end.year > 1:
        begun = checked(replace(begun, year=end.year - 1))  # «с ноября по февраль 2016»
    return EdtfDate(begun, end)


def _parse_partial(text: str) -> _Partial:
    found = _POINT.fullmatch(text.strip())
    if found is None:
        raise DateParseError(DateProblem.UNREADABLE)
    part = {name: int(value) for name, value in found.groupdict().items() if value and value.isdigit()}
    if found["written"]:
        year, *rest = (int(piece) for piece in found["written"].split("-"))
        return _Partial(year, *rest)
    if "long" in part:
        return _Partial(part["long"], part["number"], part["day"])
    if "since" in part:
        return _Partial(part["since"], part["only"])
    if name := found["month"]:
        month = words.MONTH_FORMS.get(name) or words.SEASON_FORMS[name]
        return _Partial(part.get("year"), month, part.get("date"))
    if found["said"]:
        return _Partial(part["bare"])
    return _Partial(None, bare=part["bare"])


def _complete(point: _Partial) -> CalendarDate:
    if point.bare is not None:
        raise DateParseError(DateProblem.UNREADABLE)
    if point.year is None:
        raise DateParseError(DateProblem.NO_YEAR)
    return checked(CalendarDate(point.year, point.month, point.day))
