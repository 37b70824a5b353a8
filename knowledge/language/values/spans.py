"""Joins values: ranges («с 5 по 7 сентября»), sums («два часа сорок минут»), parts of a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.data.tables import read_groups
from knowledge.facts.partial_date import PartialDate
from knowledge.language.values.model import Value, ValueKind, ValueRole
from knowledge.language.values.numbers import mantissa_of
from knowledge.language.values.tables import units

_RANGE_END = read_groups("function_words/prepositions")["range_end"]
_DASHES = ("–", "—", "-")
_DAY = 24 * 60
_FEWEST_PARTS = 2
_WITH_UNIT = frozenset({ValueKind.DURATION, ValueKind.MONEY, ValueKind.PERCENT, ValueKind.LENGTH})


def join_ranges(text: str, found: Sequence[Value]) -> list[Value]:
    """Values joined by a dash or «до», «по» made one; the first takes unit and noun of the second."""
    out: list[Value] = []
    for value in found:
        if out and _joins(text[out[-1].end : value.start], out[-1], value) and _alike(out[-1], value):
            out[-1] = _range(_in_thousands_of(text, out[-1], value), value)
        else:
            out.append(value)
    return out


def _in_thousands_of(text: str, first: Value, second: Value) -> Value:
    """The «28» of «с 28 до 41 тысячи рублей» as thousands; the 600 of «от 600 до 2 тысяч» are none."""
    said, times = mantissa_of(text, second)
    is_bare = first.kind is ValueKind.NUMBER and first.low < said
    return replace(first, low=first.low * times, high=first.high * times) if is_bare else first


def _joins(between: str, first: Value, second: Value) -> bool:
    link = between.strip().lower()
    if link in _DASHES:
        # «На восемь сеансов — 2 400»: what has its own noun is priced, and begins no range.
        return not (first.kind is ValueKind.COUNT and first.nouns and second.kind is not first.kind)
    return link in _RANGE_END and first.role is ValueRole.SINCE


def _alike(first: Value, second: Value) -> bool:
    if first.is_range:
        return False
    if first.kind is second.kind:
        return first.kind is not ValueKind.ORDINAL
    if _has_unit_of_first(first, second):
        return True
    bare = first.kind in (ValueKind.NUMBER, ValueKind.COUNT) and not first.unit
    if second.kind is ValueKind.CLOCK:
        return bare and first.low == int(first.low) <= 24
    return bare and second.kind not in (ValueKind.DATE, ValueKind.WEEKDAY, ValueKind.ORDINAL)


def _has_unit_of_first(first: Value, second: Value) -> bool:
    """«С 35 минут до девяти»: the unit is said but once."""
    known = units()
    own = [noun for noun in second.nouns if noun not in known or known[noun].kind is not first.kind]
    is_bare = second.kind in (ValueKind.NUMBER, ValueKind.COUNT) and not (second.unit or own)
    return is_bare and first.kind in _WITH_UNIT and first.role is ValueRole.SINCE and not first.is_range


def _range(first: Value, second: Value) -> Value:
    if _has_unit_of_first(first, second):
        high = second.high * first.factor
        ends = ((first.start, first.end), (second.start, second.end))
        return replace(first, high=high, role=ValueRole.RANGE, end=second.end, ends=ends)
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
        role=ValueRole.RANGE,
        start=first.start,
        ends=((first.start, first.end), (second.start, second.end)),
        nouns=second.nouns or first.nouns,
    )


def add_durations(text: str, found: Sequence[Value]) -> list[Value]:
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


def count_parts_of_whole(text: str, found: Sequence[Value]) -> list[Value]:
    """Numbers after a colon that add up to one before it have its noun: «12 лавок в двух сёлах: 7 в Бору,
    5 в Ельце» are shops, not villages."""
    colon = text.find(":")
    whole = [one for one in found if one.kind is ValueKind.COUNT and 0 <= one.end <= colon]
    end = next((at for at in (text.find(mark, colon) for mark in (";", ". ")) if at > 0), len(text))
    parts = [one for one in found if colon < one.start < end and one.kind is ValueKind.COUNT]
    total = sum(one.low for one in parts)
    counted = next((one for one in whole if one.low == total), None)
    if counted is None or len(parts) < _FEWEST_PARTS or any(one.is_range for one in parts):
        return list(found)
    bare = {one.start for one in parts if text[one.start : one.end].strip().count(" ") == 0}
    return [replace(one, nouns=counted.nouns) if one.start in bare else one for one in found]
