"""Clock times and dates of a text: «19:00», «в восемь вечера», «полдень», «27 апреля — 3 мая 2024 года»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.data.tables import read_groups, read_table
from knowledge.facts.partial_date import PartialDate
from knowledge.language.calendar_words import MONTH_FORMS, SEASON_FORMS, WEEKDAY_FORMS
from knowledge.language.numerals import CARDINALS, ORDINALS
from knowledge.language.values.numbers import amount_of, number_at
from knowledge.language.values.tokenizing import Piece
from knowledge.language.values.years import short_year, year_at

_WORDS = read_groups("calendar/groups")
_DAY_PARTS = _WORDS["before_noon"] | _WORDS["after_noon"]
_FIXED = read_table("calendar/day_times", "minutes", "words").index("minutes", "words", int)
_CENTURY = 100
_TENS = (20, 30)
"""The tens of days of a month."""
_HALF = "половина"
_HOUR = "час"
_THIRTIETH = "тридцатый"
CALENDAR_WORDS = frozenset({_HALF, _HOUR, _THIRTIETH}).union(_FIXED, MONTH_FORMS, SEASON_FORMS, WEEKDAY_FORMS)
"""Lemmas of the words that a time or a date may begin with; numerals may too."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day in minutes, at `pieces[first:after]`."""

    minutes: float
    first: int
    after: int


@dataclass(frozen=True, slots=True)
class Day:
    """A date at `pieces[first:after]`."""

    date: PartialDate
    first: int
    after: int


def clock_at(pieces: Sequence[Piece], place: int) -> Time | None:
    """A time of day that begins at a piece and needs no preposition to be one."""
    piece = pieces[place]
    if piece.kind == "clock":
        hour, minute = map(int, piece.text.split(":"))
        after = place + 1
        if after < len(pieces) and pieces[after].lemma == _HOUR:
            after += 1
        return _daytime(pieces, hour, minute, place, after) if hour <= 24 and minute < 60 else None
    fixed = next((_FIXED[lemma] for lemma in piece.lemmas if lemma in _FIXED), None)
    if fixed is not None:
        return Time(fixed, place, place + 1)
    if piece.lemma == _HALF and place + 1 < len(pieces):
        hour_of = next((ORDINALS[one] for one in pieces[place + 1].lemmas if one in ORDINALS), None)
        if hour_of is not None:
            return _daytime(pieces, hour_of - 1, 30, place, place + 2)
    return None


def hour_at(pieces: Sequence[Piece], place: int) -> Time | None:
    """«19 часов», «восемь вечера», «час ночи», «9 утра», «трёх» after a preposition of time."""
    number = number_at(pieces, place)
    if number is None:
        if pieces[place].lemma == _HOUR:
            return _daytime(pieces, 1, 0, place, place + 1, needed=True)
        return None
    hour, minute = int(number.amount), 0
    if number.amount != hour or not 0 <= hour <= 24:
        return None
    after, named = number.after, False
    if after < len(pieces) and pieces[after].lemma == _HOUR:
        after, named = after + 1, True
        more = number_at(pieces, after) if after < len(pieces) else None
        if more is not None and more.after < len(pieces) and pieces[more.after].lemma == "минута":
            minute, after = int(more.amount), more.after + 1
    elif after < len(pieces) and not number.written:
        more = number_at(pieces, after)
        is_last = more is not None and (more.after == len(pieces) or pieces[more.after].kind != "word")
        if more is not None and is_last and 10 <= more.amount < 60:
            minute, after, named = int(more.amount), more.after, True
    return _daytime(pieces, hour, minute, place, after, needed=not named)


def _daytime(
    pieces: Sequence[Piece], hour: int, minute: int, first: int, after: int, *, needed: bool = False
) -> Time | None:
    """The time with the part of the day that is said after it; None where one is needed and none is."""
    part = pieces[after].text.lower() if after < len(pieces) and pieces[after].kind == "word" else ""
    if part in _DAY_PARTS:
        if hour < 12 and part in _WORDS["after_noon"]:
            hour += 12
        return Time(hour * 60 + minute, first, after + 1)
    return None if needed else Time(hour * 60 + minute, first, after)


def date_at(pieces: Sequence[Piece], place: int) -> Day | None:
    """A date that begins at a piece: «27 апреля 2024 года», «июнь 2016», «лето», «2028 год», «01.12.2015»."""
    piece = pieces[place]
    if piece.kind == "date":
        day, month, year = map(int, piece.text.split("."))
        known = PartialDate(year + 2000 if year < _CENTURY else year, month, day)
        return Day(known, place, place + 1) if 1 <= month <= 12 and 1 <= day <= 31 else None
    day_of, at = _day(pieces, place)
    month_of = _named(pieces, at, MONTH_FORMS) or (
        _named(pieces, at, SEASON_FORMS) if day_of is None else None
    )
    if month_of is not None:
        year_of, after = year_at(pieces, at + 1)
        return Day(PartialDate(year_of, month_of, day_of), place, after)
    short = short_year(pieces, place)
    if short is not None:
        return Day(PartialDate(short), place, place + 2)
    year_alone, after = year_at(pieces, place, named=True)
    return Day(PartialDate(year_alone), place, after) if year_alone is not None else None


def day_before_month(pieces: Sequence[Piece], place: int) -> tuple[int, int] | None:
    """The bare day of «с 5 по 7 сентября», with the place after it."""
    day, after = _day(pieces, place)
    if day is None or pieces[after - 1].text.lower().replace("ё", "е") in ORDINALS:
        return None  # «первый — 17 мая» tells of the first one
    return day, after


def weekday_at(pieces: Sequence[Piece], place: int) -> int | None:
    """0 for Monday; a word of one letter is no weekday."""
    piece = pieces[place]
    if piece.kind != "word" or len(piece.text) < 2:
        return None
    if piece.lemma == "среда" and piece.text.lower() not in _WORDS["wednesday"]:
        return None
    found = WEEKDAY_FORMS.get(piece.text.lower().replace("ё", "е"))
    return (
        found
        if found is not None
        else next((WEEKDAY_FORMS[one] for one in piece.lemmas if one in WEEKDAY_FORMS), None)
    )


def _day(pieces: Sequence[Piece], place: int) -> tuple[int | None, int]:
    piece = pieces[place]
    if piece.kind in ("number", "ordinal"):
        amount = (
            amount_of(piece.text)
            if piece.kind == "number"
            else float("".join(filter(str.isdigit, piece.text)))
        )
        if 1 <= amount <= 31 and amount == int(amount):
            return int(amount), place + 1
        return None, place
    if piece.kind != "word":
        return None, place
    tens, at = 0, place
    if CARDINALS.get(piece.lemma) in _TENS and place + 1 < len(pieces):
        tens, at = CARDINALS[piece.lemma], place + 1
    unit = next((ORDINALS[one] for one in pieces[at].lemmas if one in ORDINALS), None)
    if unit is None or (tens and unit > 9):
        is_thirtieth = not tens and pieces[at].lemma == _THIRTIETH
        return (30, at + 1) if is_thirtieth else (None, place)
    return tens + unit, at + 1


def _named(pieces: Sequence[Piece], place: int, table: Mapping[str, int]) -> int | None:
    if place >= len(pieces) or pieces[place].kind != "word":
        return None
    piece = pieces[place]
    word = piece.text.lower().replace("ё", "е")
    return table.get(word) or next((table[one] for one in piece.lemmas if one in table), None)
