"""Reads the values of a text, left to right, the longest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from knowledge.data.tables import read_groups, read_words
from knowledge.facts.partial_date import PartialDate
from knowledge.language.numerals import CARDINALS, ORDINALS
from knowledge.language.values.compounds import compound_at
from knowledge.language.values.lone_units import hour_and_minutes_at, lone_unit_at
from knowledge.language.values.model import Value, ValueKind
from knowledge.language.values.numbers import number_at
from knowledge.language.values.quantities import ordinal_at, quantity_at
from knowledge.language.values.shared_units import share_units
from knowledge.language.values.spans import add_durations, count_parts_of_whole, join_ranges
from knowledge.language.values.tables import numerals
from knowledge.language.values.times import (
    CALENDAR_WORDS,
    Day,
    Time,
    clock_at,
    date_at,
    day_before_month,
    hour_at,
    weekday_at,
)
from knowledge.language.values.tokenizing import Piece, cut
from knowledge.language.values.value_factory import SINCE, UNTIL, make_value

_PREPOSITIONS = read_groups("function_words/prepositions")
_AT, _RANGE_END = _PREPOSITIONS["time_at"], _PREPOSITIONS["range_end"]
_BARE_HOUR = read_groups("calendar/groups")["bare_hour"]
_TO_MONTH = 4
"""How many pieces before the last day of «в сентябре с 5 по 7» the month stands."""
_VERB_REACHES = 6
"""How many words before «на» its verb may stand."""
_LASTING = read_words("verbs/lasting")
_REMEMBERED = 4_096


@lru_cache(_REMEMBERED)
def read_values(text: str) -> tuple[Value, ...]:
    """Every value of a text in order; ranges («с 5 по 7 сентября», «от 600 до 2800 рублей») are one value."""
    pieces = cut(text)
    found: list[Value] = []
    place = 0
    while place < len(pieces):
        value, after = lone_unit_at(pieces, place) or _value_at(pieces, place)
        if value is None:
            place += 1
            continue
        found.append(value)
        place = after
    values = share_units(text, add_durations(text, join_ranges(text, found)))
    return tuple(count_parts_of_whole(text, values))


def _value_at(pieces: Sequence[Piece], place: int) -> tuple[Value | None, int]:
    """The value that begins at a piece, and the place after it."""
    if pieces[place].kind == "word" and _opening_words().isdisjoint(pieces[place].lemmas):
        return compound_at(pieces, place) or (None, place + 1)
    before = pieces[place - 1].text.lower() if place else ""
    time = (
        clock_at(pieces, place)
        or (hour_at(pieces, place) if before in SINCE | UNTIL | _AT and not _lasts(pieces, place) else None)
        or _daypart_hour(pieces, place)
    )
    if time is not None:
        return _clock(pieces, time, before), time.after
    day = date_at(pieces, place) or _day_of_range(pieces, place, before)
    if day is not None:
        return _date(pieces, day, before), day.after
    if pieces[place].kind == "score":
        mine, theirs = map(float, pieces[place].text.split(":"))
        return replace(make_value(pieces, place, place + 1, ValueKind.SCORE, mine), high=theirs), place + 1
    weekday = weekday_at(pieces, place)
    if weekday is not None:
        return make_value(pieces, place, place + 1, ValueKind.WEEKDAY, weekday, before=before), place + 1
    compound = compound_at(pieces, place)
    if compound is not None:
        return compound
    number = number_at(pieces, place)
    if number is not None:
        return quantity_at(pieces, number, before)
    return hour_and_minutes_at(pieces, place) or ordinal_at(pieces, place)


@cache
def _opening_words() -> frozenset[str]:
    """Lemmas of the words that a value may begin with, but for adjectives with a number inside."""
    return CALENDAR_WORDS.union(CARDINALS, ORDINALS, numerals())


def _lasts(pieces: Sequence[Piece], place: int) -> bool:
    """«Опоздал на два часа»: a length of time; «на два часа дня» is an hour after any verb."""
    time = hour_at(pieces, place)
    if place == 0 or pieces[place - 1].text.lower() != "на" or time is None:
        return False
    is_of_day = pieces[time.after - 1].lemma != "час"
    words: list[Piece] = []
    for piece in reversed(pieces[: place - 1]):
        if piece.kind != "word" or len(words) == _VERB_REACHES:
            break
        words.append(piece)
    return not is_of_day and any(_LASTING.intersection(piece.lemmas) for piece in words)


def _daypart_hour(pieces: Sequence[Piece], place: int) -> Time | None:
    """«восемь вечера» without a preposition; the part of the day must follow."""
    number = number_at(pieces, place)
    if number is None or number.after >= len(pieces):
        return None
    if pieces[number.after].text.lower() not in _BARE_HOUR:
        return None
    return hour_at(pieces, place)


def _day_of_range(pieces: Sequence[Piece], place: int, before: str) -> Day | None:
    """The «5» of «с 5 по 7 сентября»: its month stands after the second day."""
    first = day_before_month(pieces, place)
    if first is None:
        return None
    if first[1] + 1 >= len(pieces):
        return _day_of_month_before(pieces, place, before)
    day, after = first
    link = pieces[after].text.lower()
    joins = pieces[after].kind == "dash" or link == "и" or (before in SINCE and link in _RANGE_END)
    second = date_at(pieces, after + 1) if joins else None
    if second is None or second.date.day is None:
        return _day_of_month_before(pieces, place, before)
    return Day(PartialDate(second.date.year, second.date.month, day), place, after)


def _day_of_month_before(pieces: Sequence[Piece], place: int, before: str) -> Day | None:
    """The «5» and the «7» of «в сентябре с 5 по 7», whose month stands before them."""
    month = place - (2 if before in SINCE else _TO_MONTH)
    known = date_at(pieces, month) if month >= 0 and before in SINCE | _RANGE_END else None
    first = day_before_month(pieces, place)
    if first is None or known is None or known.after != month + 1 or known.date.month is None:
        return None
    return Day(PartialDate(known.date.year, known.date.month, first[0]), place, first[1])


def _clock(pieces: Sequence[Piece], time: Time, before: str) -> Value:
    return make_value(pieces, time.first, time.after, ValueKind.CLOCK, time.minutes, before=before)


def _date(pieces: Sequence[Piece], day: Day, before: str) -> Value:
    value = make_value(pieces, day.first, day.after, ValueKind.DATE, 0.0, before=before)
    return replace(value, dates=(day.date,))
