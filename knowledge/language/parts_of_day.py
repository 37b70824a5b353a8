"""Parts of the day by the words that name them: «утром», «ночью»."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from knowledge.data.tables import read_table, split_cell
from knowledge.language.lexicon import Term
from knowledge.language.values import Value, ValueKind

_DAY = 24 * 60


@cache
def parts_of_day() -> dict[str, tuple[int, int]]:
    """The first and last minute of each part of the day by the words that name it."""
    rows = read_table("calendar/parts_of_day", "since", "until", "words")
    return {word: (int(since), int(until)) for since, until, words in rows for word in split_cell(words)}


def part_named(terms: Iterable[Term]) -> tuple[int, int] | None:
    """The part of the day that a question names, if it names one."""
    return next((parts_of_day()[term.word] for term in terms if term.word in parts_of_day()), None)


def meets(value: Value, part: tuple[int, int]) -> bool:
    """Whether hours and a part of the day have a time in common."""
    since, until = part
    return any(value.low < until + shift and since + shift <= value.high for shift in (-_DAY, 0, _DAY))


def begins_within(value: Value, part: tuple[int, int]) -> bool:
    """Whether hours begin in a part of the day; its end may be on the next day."""
    since, until = part
    return value.kind is ValueKind.CLOCK and any(since <= value.low + shift < until for shift in (0, _DAY))
