"""Parses a date typed in Russian into EDTF, never more precise than what was typed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from knowledge.facts.dates import CalendarDate, DateError, EdtfDate, Precision
from knowledge.language import calendar_words as words

_LONGEST = 200
_MANY_YEARS = 3000
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
_TURN = re.compile(
    rf"({'|'.join(words.RELATIVE)}) ({'|'.join((*words.UNITS, *words.SEASON_FORMS, *words.MONTH_FORMS))})"
)
_AHEAD = re.compile(rf"через (?:(\d{{1,4}}) )?({'|'.join(words.UNITS)})")
_BACK = re.compile(rf"(?:(\d{{1,4}}) )?({'|'.join(words.UNITS)}) назад")
_SPAN = re.compile(rf"(?:{'|'.join(words.FROM)}) (?P<start>.+?) (?:{'|'.join(words.TO)}) (?P<end>.+)")
_UNTIL = re.compile(rf"(?:{'|'.join(words.UNTIL)}) (?P<end>.+)")


class DateProblem(StrEnum):
    """Why a text is not a date."""

    UNREADABLE = "unreadable"
    NO_SUCH_DAY = "no-such-day"
    NO_YEAR = "no-year"
    BACKWARDS = "backwards"
    OTHER_WEEKDAY = "other-weekday"


class DateParseError(ValueError):
    """A text is not a date, for `reason`."""

    def __init__(self, reason: DateProblem) -> None:
        super().__init__(reason.value)
        self.reason = reason


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
        found = _relative(folded, today) or _absolute(folded)
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
        begun = _checked(replace(begun, year=end.year - 1))  # «с ноября по февраль 2016»
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
    return _checked(CalendarDate(point.year, point.month, point.day))


def _checked(point: CalendarDate) -> CalendarDate:
    """Checked by the rules of a pack's dates: whether such a day exists."""
    try:
        EdtfDate.parse(str(point))
    except DateError:
        raise DateParseError(DateProblem.NO_SUCH_DAY) from None
    return point


def _relative(text: str, today: date) -> EdtfDate | None:
    """«завтра», «через 2 недели», «3 дня назад», «в следующем месяце»."""
    plain = text.removeprefix("в ").removeprefix("во ")
    if plain in words.RELATIVE_DAYS:
        return _day(today + timedelta(days=words.RELATIVE_DAYS[plain]))
    if turn := _TURN.fullmatch(plain):
        return _relative_named(words.RELATIVE[turn.group(1)], turn.group(2), today)
    ahead, back = _AHEAD.fullmatch(plain), _BACK.fullmatch(plain)
    found = ahead or back
    if found is None:
        return None
    count = int(found.group(1) or 1) * (1 if ahead else -1)
    return _shifted(words.UNITS[found.group(2)], count, today)


def _relative_named(by: int, name: str, today: date) -> EdtfDate | None:
    """«прошлым летом» is the summer of last year, whatever the day."""
    if month := words.SEASON_FORMS.get(name) or words.MONTH_FORMS.get(name):
        point = _checked(CalendarDate(today.year + by, month))
        return EdtfDate(point, point)
    return _shifted(words.UNITS[name], by, today) if words.UNITS[name] in ("month", "year") else None


def _shifted(unit: str, count: int, today: date) -> EdtfDate:
    """Days and weeks give a day, months a month and years a year: the day was not typed."""
    if abs(count) > _MANY_YEARS:
        raise DateParseError(DateProblem.UNREADABLE)
    if unit in ("day", "week"):
        return _day(today + timedelta(days=count * (7 if unit == "week" else 1)))
    if unit == "year":
        point = _checked(CalendarDate(today.year + count))
    else:
        months = today.year * 12 + today.month - 1 + count
        point = _checked(CalendarDate(months // 12, months % 12 + 1))
    return EdtfDate(point, point)


def _day(day: date) -> EdtfDate:
    point = CalendarDate(day.year, day.month, day.day)
    return EdtfDate(point, point)
