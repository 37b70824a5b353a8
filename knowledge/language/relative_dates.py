"""Dates counted from today: «завтра», «через 2 недели», «прошлым летом»."""

from __future__ import annotations

import re
from datetime import date, timedelta

from knowledge.facts.dates import CalendarDate, DateError, EdtfDate
from knowledge.language import calendar_words as words
from knowledge.language.date_errors import DateParseError, DateProblem
from knowledge.language.morphology import analyse
from knowledge.language.numerals import CARDINALS

_MANY_YEARS = 3000
_TURN = re.compile(
    rf"({'|'.join(words.RELATIVE)}) ({'|'.join((*words.UNITS, *words.SEASON_FORMS, *words.MONTH_FORMS))})"
)
_AHEAD = re.compile(rf"через (?:(\d{{1,4}}) )?({'|'.join(words.UNITS)})")
_BACK = re.compile(rf"(?:(\d{{1,4}}) )?({'|'.join(words.UNITS)}) назад")


def checked(point: CalendarDate) -> CalendarDate:
    """Checked by the rules of a pack's dates: whether such a day exists."""
    try:
        EdtfDate.parse(str(point))
    except DateError:
        raise DateParseError(DateProblem.NO_SUCH_DAY) from None
    return point


def relative_date(text: str, today: date) -> EdtfDate | None:
    """«завтра», «через 2 недели», «3 дня назад», «в следующем месяце»."""
    plain = text.removeprefix("в ").removeprefix("во ")
    if plain in words.RELATIVE_DAYS:
        return _day(today + timedelta(days=words.RELATIVE_DAYS[plain]))
    if turn := _TURN.fullmatch(plain):
        return _relative_named(words.RELATIVE[turn.group(1)], turn.group(2), today)
    for length, (unit, count) in words.LENGTHS.items():
        if plain in (f"через {length}", f"{length} назад"):
            return _shifted(unit, count if plain.startswith("через") else -count, today)
    plain = _with_digits(plain)
    ahead, back = _AHEAD.fullmatch(plain), _BACK.fullmatch(plain)
    found = ahead or back
    if found is None:
        return None
    count = int(found.group(1) or 1) * (1 if ahead else -1)
    return _shifted(words.UNITS[found.group(2)], count, today)


def _with_digits(text: str) -> str:
    """«через двадцать два дня» as «через 22 дня»."""
    written: list[str] = []
    for word in text.split():
        number = next((CARDINALS[lemma] for lemma in analyse(word).lemmas if lemma in CARDINALS), None)
        if number is not None and written and written[-1].isdigit():
            written[-1] = str(int(written[-1]) + number)
        else:
            written.append(word if number is None else str(number))
    return " ".join(written)


def _relative_named(by: int, name: str, today: date) -> EdtfDate | None:
    """«прошлым летом» is the summer of last year, whatever the day."""
    if month := words.SEASON_FORMS.get(name) or words.MONTH_FORMS.get(name):
        point = checked(CalendarDate(today.year + by, month))
        return EdtfDate(point, point)
    return _shifted(words.UNITS[name], by, today) if words.UNITS[name] in ("month", "year") else None


def _shifted(unit: str, count: int, today: date) -> EdtfDate:
    """Days and weeks give a day, months a month and years a year: the day was not typed."""
    if abs(count) > _MANY_YEARS:
        raise DateParseError(DateProblem.UNREADABLE)
    if unit in ("day", "week"):
        return _day(today + timedelta(days=count * (7 if unit == "week" else 1)))
    if unit == "year":
        point = checked(CalendarDate(today.year + count))
    else:
        months = today.year * 12 + today.month - 1 + count
        point = checked(CalendarDate(months // 12, months % 12 + 1))
    return EdtfDate(point, point)


def _day(day: date) -> EdtfDate:
    point = CalendarDate(day.year, day.month, day.day)
    return EdtfDate(point, point)
