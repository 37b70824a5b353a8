"""Reads the values of a text, left to right, the longest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from knowledge.data.tables import read_groups, read_table, read_words
from knowledge.facts.partial_date import PartialDate
from knowledge.language.numerals import ORDINALS
from knowledge.language.values.model import Role, Value, ValueKind
from knowledge.language.values.numbers import Number, number_at
from knowledge.language.values.tables import Unit, units
from knowledge.language.values.times import (
    Day,
    Time,
    clock_at,
    date_at,
    day_before_month,
    hour_at,
    weekday_at,
)
from knowledge.language.values.tokenizing import Piece, cut

_PREPOSITIONS = read_groups("function_words/prepositions")
_SINCE, _UNTIL, _AT, _TO, _LIKE_UNITS = (
    _PREPOSITIONS[group] for group in ("time_since", "time_until", "time_at", "range_end", "like_a_unit")
)
_BARE_HOUR = read_groups("calendar/groups")["bare_hour"]
_POWERS = read_table("values/powers", "unit", "words").index("unit", "words", str)
_NOUN_REACHES = 3
_REMEMBERED = 8_192
_DAY = 24 * 60
_PEOPLE_ALONE = read_words("numerals/collective")


@lru_cache(_REMEMBERED)
def read_values(text: str) -> tuple[Value, ...]:
    """Every value of a text in order; ranges («с 5 по 7 сентября», «от 600 до 2800 рублей») are one value."""
    pieces = cut(text)
    found: list[Value] = []
    place = 0
    while place < len(pieces):
        value, after = _value_at(pieces, place)
        if value is None:
            place += 1
            continue
        found.append(value)
        place = after
    return tuple(_shared(_merged(text, _ranges(text, found))))


def _value_at(pieces: Sequence[Piece], place: int) -> tuple[Value | None, int]:
    """The value that begins at a piece, and the place after it."""
    before = pieces[place - 1].text.lower() if place else ""
    time = (
        clock_at(pieces, place)
        or (hour_at(pieces, place) if before in _SINCE | _UNTIL | _AT else None)
        or _daypart_hour(pieces, place)
    )
    if time is not None:
        return _clock(pieces, time, before), time.after
    day = date_at(pieces, place) or _day_of_range(pieces, place, before)
    if day is not None:
        return _date(pieces, day, before), day.after
    if pieces[place].kind == "score":
        mine, theirs = map(float, pieces[place].text.split(":"))
        return replace(_made(pieces, place, place + 1, ValueKind.SCORE, mine), high=theirs), place + 1
    weekday = weekday_at(pieces, place)
    if weekday is not None:
        return _made(pieces, place, place + 1, ValueKind.WEEKDAY, weekday, role=_role(before)), place + 1
    number = number_at(pieces, place)
    if number is not None:
        return _quantity(pieces, number, before)
    return _hour_and_minutes(pieces, place) or _ordinal(pieces, place)


def _hour_and_minutes(pieces: Sequence[Piece], place: int) -> tuple[Value, int] | None:
    """«час двадцать»: an hour and so many minutes."""
    if pieces[place].text.lower() != "час" or place + 1 >= len(pieces):
        return None
    minutes = number_at(pieces, place + 1)
    if minutes is None or not 0 < minutes.amount < 60:
        return None
    after = minutes.after
    if after < len(pieces) and pieces[after].lemma == "минута":
        after += 1
    elif after < len(pieces) and pieces[after].pos == "NOUN":
        return None
    seconds = 60 * (60 + minutes.amount)
    value = _made(pieces, place, after, ValueKind.DURATION, seconds)
    return replace(value, unit="second", factor=60.0), after


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
    if first is None or first[1] + 1 >= len(pieces):
        return None
    day, after = first
    link = pieces[after].text.lower()
    joins = pieces[after].kind == "dash" or link == "и" or (before in _SINCE and link in _TO)
    second = date_at(pieces, after + 1) if joins else None
    if second is None or second.date.day is None:
        return None
    return Day(PartialDate(second.date.year, second.date.month, day), place, after)


def _clock(pieces: Sequence[Piece], time: Time, before: str) -> Value:
    return _made(pieces, time.first, time.after, ValueKind.CLOCK, time.minutes, role=_role(before))


def _date(pieces: Sequence[Piece], day: Day, before: str) -> Value:
    value = _made(pieces, day.first, day.after, ValueKind.DATE, 0.0, role=_role(before))
    return replace(value, dates=(day.date,))


def _quantity(pieces: Sequence[Piece], number: Number, before: str) -> tuple[Value, int]:
    """A number with the unit or the noun after it, or the noun before it («станций семь»)."""
    unit, after = _unit(pieces, number.after)
    if unit is not None:
        value = _made(pieces, number.first, after, unit.kind, number.amount * unit.factor, role=_role(before))
        nouns, _ = _noun(pieces, after)
        return replace(value, unit=unit.name, factor=unit.factor, nouns=nouns), after
    nouns, noun_end = _noun(pieces, number.after, single=number.amount % 10 == 1)
    kind, end = ValueKind.COUNT, noun_end
    if not nouns:
        end = number.after
        alone = _PEOPLE_ALONE.intersection(pieces[number.first].lemmas)
        if alone:
            nouns = ("человек",)
        elif number.first and pieces[number.first - 1].pos == "NOUN":
            nouns = (pieces[number.first - 1].lemma,)
        else:
            kind = ValueKind.NUMBER
    value = _made(pieces, number.first, end, kind, number.amount, role=_role(before))
    return replace(value, nouns=nouns), max(
        number.after, end if nouns and end > number.after else number.after
    )


def _unit(pieces: Sequence[Piece], place: int) -> tuple[Unit | None, int]:
    """The unit at a piece: «рублей», «%», «квадратных метров», «процентных пункта»."""
    table = units()
    at = place
    while at < min(place + 2, len(pieces)) and pieces[at].pos in ("ADJF", "PRTF"):
        at += 1
    if at >= len(pieces):
        return None, place
    if at > place and pieces[at - 1].lemma == "процентный":
        return table["процент"], at + 1
    if at > place and pieces[at - 1].lemma in _POWERS and pieces[at].lemma == "метр":
        return table[_POWERS[pieces[at - 1].lemma]], at + 1
    unit = next((table[one] for one in pieces[at].lemmas if one in table), None)
    if unit is None or (at > place and unit.kind is ValueKind.DURATION and pieces[at - 1].pos == "PRTF"):
        return None, place
    single = len(pieces[at].text) == 1 and pieces[at].kind == "word"
    if (
        single
        and at + 1 < len(pieces)
        and pieces[at + 1].kind == "word"
        and pieces[at].text.lower() in _LIKE_UNITS
    ):
        return None, place
    end = at + 1
    if (
        pieces[at].kind == "word"
        and end + 1 < len(pieces)
        and pieces[end].text == "."
        and len(pieces[at].text) <= 3
    ):
        end += 1
    return unit, end


def _noun(pieces: Sequence[Piece], place: int, *, single: bool = False) -> tuple[tuple[str, ...], int]:
    """Lemmas of the noun that follows, perhaps after adjectives; nothing past a mark or a preposition."""
    adjectives: list[str] = []
    for at in range(place, min(place + _NOUN_REACHES, len(pieces))):
        piece = pieces[at]
        if piece.kind != "word" or piece.pos in ("PREP", "CONJ", "VERB", "PRCL"):
            break
        if piece.pos == "NOUN" and not (piece.genitive or single or at == place):
            break
        if piece.pos == "NOUN":
            return (piece.lemma, *(lemma for lemma in piece.lemmas[1:]), *adjectives), at + 1
        if piece.pos not in ("ADJF", "PRTF"):
            break
        adjectives.append(piece.lemma)
    return (), place


def _ordinal(pieces: Sequence[Piece], place: int) -> tuple[Value | None, int]:
    piece = pieces[place]
    number: int | None = None
    if piece.kind == "ordinal":
        number = int("".join(filter(str.isdigit, piece.text)))
    elif piece.kind == "word" and piece.pos in ("ADJF", "NUMR", "NOUN"):
        number = next((ORDINALS[one] for one in piece.lemmas if one in ORDINALS), None)
    if number is None:
        return None, place + 1
    nouns, _ = _noun(pieces, place + 1, single=True)
    value = _made(pieces, place, place + 1, ValueKind.ORDINAL, number)
    return replace(value, nouns=nouns), place + 1


def _role(before: str) -> Role:
    if before in _SINCE:
        return Role.SINCE
    return Role.UNTIL if before in _UNTIL else Role.AT


def _made(
    pieces: Sequence[Piece], first: int, after: int, kind: ValueKind, amount: float, *, role: Role = Role.AT
) -> Value:
    start, end = pieces[first].start, pieces[after - 1].end
    return Value(kind=kind, low=amount, high=amount, role=role, start=start, end=end)


def _ranges(text: str, found: Sequence[Value]) -> list[Value]:
    """Values joined by a dash or «до», «по» made one; the first takes unit and noun of the second."""
    out: list[Value] = []
    for value in found:
        if out and _joins(text[out[-1].end : value.start], out[-1]) and _alike(out[-1], value):
            out[-1] = _range(out[-1], value)
        else:
            out.append(value)
    return out


def _joins(between: str, first: Value) -> bool:
    link = between.strip().lower()
    if link in ("–", "—", "-"):
        return True
    return link in _TO and first.role is Role.SINCE


def _alike(first: Value, second: Value) -> bool:
    if first.is_range:
        return False
    if first.kind is second.kind:
        return first.kind is not ValueKind.ORDINAL
    bare = first.kind in (ValueKind.NUMBER, ValueKind.COUNT) and not first.unit
    if second.kind is ValueKind.CLOCK:
        return bare and first.low == int(first.low) <= 24
    return bare and second.kind not in (ValueKind.DATE, ValueKind.WEEKDAY, ValueKind.ORDINAL)


def _range(first: Value, second: Value) -> Value:
    factor = second.factor if first.kind is not second.kind else 1.0
    if first.kind is not second.kind and second.kind is ValueKind.CLOCK:
        factor = 60.0
    high = second.high + _DAY if first.kind is ValueKind.CLOCK and second.high < first.low else second.high
    dates = first.dates
    if first.dates and second.dates:
        start, end = first.dates[0], second.dates[0]
        dates = (PartialDate(start.year or end.year, start.month or end.month, start.day), end)
    return replace(
        second,
        low=first.low * factor,
        high=high,
        dates=dates,
        role=Role.RANGE,
        start=first.start,
        ends=((first.start, first.end), (second.start, second.end)),
        nouns=second.nouns or first.nouns,
    )


def _merged(text: str, found: Sequence[Value]) -> list[Value]:
    """«два часа сорок минут» is one duration."""
    out: list[Value] = []
    for value in found:
        last = out[-1] if out else None
        if (
            last is not None
            and last.kind is value.kind is ValueKind.DURATION
            and last.unit == value.unit
            and text[last.end : value.start].strip() in ("", "и")
            and value.low < last.low
        ):
            out[-1] = replace(
                last, low=last.low + value.low, high=last.high + value.high, end=value.end, nouns=value.nouns
            )
        else:
            out.append(value)
    return out


def _shared(found: Sequence[Value]) -> list[Value]:
    """A bare number has the unit of the value before it: «55 рублей, по карте — 46»."""
    out: list[Value] = []
    for value in found:
        last = next((one for one in reversed(out) if one.unit or one.kind is ValueKind.COUNT), None)
        if value.kind is ValueKind.NUMBER and last is not None:
            clock = any(one.kind is ValueKind.CLOCK for one in out)
            amount = (value.low * last.factor, value.high * last.factor)
            if not (clock and not last.unit):
                value = replace(
                    value,
                    kind=last.kind,
                    unit=last.unit,
                    factor=last.factor,
                    low=amount[0],
                    high=amount[1],
                    nouns=last.nouns,
                )
        out.append(value)
    return out
