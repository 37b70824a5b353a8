"""Parses a date typed in Russian into EDTF, never more precise than what was typed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, time

from knowledge.data.tables import alternation
from knowledge.facts.dates import CalendarDate, DateError, EdtfDate, Precision
from knowledge.language import calendar_words as words
from knowledge.language.date_errors import DateParseError, DateProblem
from knowledge.language.relative_dates import checked, relative_date
from knowledge.language.values import ValueKind, read_values
from knowledge.language.values.model import ValueRole

_LONGEST = 200
_LAST_HOUR = 23
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
_BEFORE_CLOCK = re.compile(r"[ ,]*(?:\b(?:в|во|с|к))? *$")
"""What stands between a day and its time of day."""
_VAGUE = re.compile(rf"\b(?:{alternation(words.VAGUE)})\b")
_SPAN = re.compile(rf"(?:{'|'.join(words.FROM)}) (?P<start>.+?) (?:{'|'.join(words.TO)}) (?P<end>.+)")
_UNTIL = re.compile(rf"(?:{'|'.join(words.UNTIL)}) (?P<end>.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What a date without a year is about: of this `year`, but not before the day `since`."""

    year: int
    since: date | None = None


def parse_russian_date(text: str, today: date, around: Around | None = None) -> EdtfDate:
    """«14 июня 2016 в 15:00», «лето 2016», «с 2 по 5 августа 2023», «до 2016», «завтра», or EDTF itself.

    `around`: which year is meant where none is said; of today by default. Raises DateParseError, which has
    the date that is meant where it lacks a year or says more than is kept.
    """
    folded = _folded(text)
    if len(folded) > _LONGEST or not folded:
        raise DateParseError(DateProblem.UNREADABLE)
    if vague := _VAGUE.search(folded):
        rest = " ".join(f"{folded[: vague.start()]} {folded[vague.end() :]}".split())
        found, guessed = _parse_meant(rest, today, around)
        raise DateParseError(DateProblem.VAGUE, found, vague.group(), guessed=guessed)
    try:
        return _parse(folded, today, None)
    except DateParseError as error:
        if error.reason is not DateProblem.NO_YEAR:
            raise
    found, _ = _parse_meant(folded, today, around)
    raise DateParseError(DateProblem.NO_YEAR, found, guessed=True)


def _parse_meant(text: str, today: date, around: Around | None) -> tuple[EdtfDate, bool]:
    """The date, and whether its year had to be guessed."""
    try:
        return _parse(text, today, None), False
    except DateParseError as error:
        if error.reason is not DateProblem.NO_YEAR:
            raise
    around = around or Around(year=today.year)
    found = _parse(text, today, around.year)
    if around.since is not None and found.last_day < around.since:
        found = _parse(text, today, around.year + 1)
    return found, True


def _parse(folded: str, today: date, year: int | None) -> EdtfDate:
    try:
        return EdtfDate.parse(folded.upper())
    except DateError:
        found = relative_date(folded, today) or _absolute_or_clocked(folded, today, year)
    if found.start is not None and found.start.first_day > found.end.last_day:
        raise DateParseError(DateProblem.BACKWARDS)
    return found


def _absolute_or_clocked(text: str, today: date, year: int | None) -> EdtfDate:
    """With its times of day, if it has any."""
    try:
        return _absolute(text, year)
    except DateParseError:
        clock = next((one for one in read_values(text) if one.kind is ValueKind.CLOCK), None)
        if clock is None:
            raise
    before, after = _BEFORE_CLOCK.sub("", text[: clock.start]), text[clock.end :]
    if clock.role not in (ValueRole.AT, ValueRole.RANGE):
        raise DateParseError(DateProblem.UNREADABLE)
    day = _parse(f"{before} {after}".strip(" ,"), today, year)
    if day.precision is not Precision.DAY or day.is_interval:
        raise DateParseError(DateProblem.CLOCK_WITHOUT_DAY)
    ends = [replace(day.end, clock=_time(minutes)) for minutes in (clock.low, clock.high)]
    return EdtfDate(ends[0], ends[1])


def _time(minutes: float) -> time:
    hours, rest = divmod(int(minutes), 60)
    if hours > _LAST_HOUR:
        raise DateParseError(DateProblem.UNREADABLE)
    return time(hours, rest)


def _folded(text: str) -> str:
    plain = " ".join(text.lower().replace("ё", "е").split()).rstrip(" .,;")
    return re.sub(r"\s*[–—−]\s*", " - ", plain)


def _absolute(text: str, year: int | None) -> EdtfDate:
    named = _WEEKDAY.match(text)
    rest = text[named.end() :] if named else text
    cleaned = " ".join(_NOISE.sub("", rest).split())
    found = _parse_absolute(cleaned, year)
    if named:
        if found.precision is not Precision.DAY or found.is_interval:
            raise DateParseError(DateProblem.UNREADABLE)
        if found.last_day.weekday() != words.WEEKDAY_FORMS[named.group(1)]:
            raise DateParseError(DateProblem.OTHER_WEEKDAY)
    return found


def _parse_absolute(text: str, year: int | None) -> EdtfDate:
    """`year`: the one of a date that says none."""
    if span := _SPAN.fullmatch(text):
        return _interval(span["start"], span["end"], year)
    if until := _UNTIL.fullmatch(text):
        return EdtfDate(None, _complete(_parse_partial(until["end"]), year))
    # A date, first of all: «14-06-2016» is no interval.
    if _POINT.fullmatch(text):
        point = _complete(_parse_partial(text), year)
        return EdtfDate(point, point)
    start, dash, end = text.rpartition("-")
    if dash:
        return _interval(start.strip(), end.strip(), year)
    raise DateParseError(DateProblem.UNREADABLE)


class _Partial:
    """A day, month or year of which parts may be missing; `bare` is a number that may be a day or a year."""

    __slots__ = ("bare", "day", "month", "year")

    def __init__(
        self, year: int | None, month: int | None = None, day: int | None = None, bare: int | None = None
    ) -> None:
        self.year, self.month, self.day, self.bare = year, month, day, bare


def _interval(first: str, last: str, year: int | None) -> EdtfDate:
    """Parts missing at the start are those of the end: «с 2 по 5 августа 2023», «с июня по август 2016»."""
    start, end = _parse_partial(first), _complete(_parse_partial(last), year)
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
    begun = _complete(start, year)
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


def _complete(point: _Partial, year: int | None) -> CalendarDate:
    if point.bare is not None:
        raise DateParseError(DateProblem.UNREADABLE)
    said = year if point.year is None else point.year
    if said is None:
        raise DateParseError(DateProblem.NO_YEAR)
    return checked(CalendarDate(said, point.month, point.day))
