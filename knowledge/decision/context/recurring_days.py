"""Days on which something happens again and again: «по средам и субботам в 12:00», «ежедневно»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.data.tables import read_groups
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Lexicon
from knowledge.language.values import Value, ValueKind, read_values
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.value_choice import pick

_WORDS = read_groups("calendar/recurring")
_BEFORE = _WORDS["before"]
_BY_ITSELF = re.compile(rf"\b(?:{'|'.join(sorted(_WORDS['alone'], key=len, reverse=True))})\b", re.IGNORECASE)
_LAST_WORD = re.compile(r"(\w+) $")
_JOINT = re.compile(r"(?:,| и| или) (?:по )?", re.IGNORECASE)
_TO_CLOCK = re.compile(r"(?: и)? (?:во? |с |до )?")
_ENUMERATED = re.compile(r"[,;]?(?: и| а)? ")
_EVERY_DAY = frozenset(range(7))


@dataclass(frozen=True, slots=True)
class _DayList:
    """Days with the preposition before and the hours after them; `value` spans their words."""

    value: Value
    days: frozenset[int]
    """Monday is 0."""


def recurring_days(
    fact: Fact, query: QueryTerms, lexicon: Lexicon, own_words: frozenset[str]
) -> Value | None:
    """Those that the question asks for, with the hours of the days: the list with the day that it names, else
    the whole enumeration nearest to its words."""
    lists = list(_lists(fact.says))
    asked = {int(one.low) for one in read_values(query.question.text) if one.kind is ValueKind.WEEKDAY}
    named = [one.value for one in lists if not asked.isdisjoint(one.days)]
    return pick(named or _enumerations(lists, fact.says), fact, query, lexicon, own_words)


def day_lists(says: str) -> list[Value]:
    """Each list of recurring days with its hours."""
    return [one.value for one in _lists(says)]


def _lists(says: str) -> Iterator[_DayList]:
    values = sorted([*read_values(says), *_by_themselves(says)], key=lambda one: one.start)
    open_list: _DayList | None = None
    for value in values:
        if open_list is not None and _continues(open_list, value, says):
            days = open_list.days | (_days(value) if value.kind is ValueKind.WEEKDAY else frozenset())
            open_list = _DayList(replace(open_list.value, end=value.end), days)
            continue
        if open_list is not None:
            yield open_list
        open_list = _opened(value, says)
    if open_list is not None:
        yield open_list


def _by_themselves(says: str) -> Iterator[Value]:
    for found in _BY_ITSELF.finditer(says):
        yield Value(kind=ValueKind.WEEKDAY, low=0, high=6, start=found.start(), end=found.end())


def _continues(open_list: _DayList, value: Value, says: str) -> bool:
    between = says[open_list.value.end : value.start]
    if value.kind is ValueKind.CLOCK:
        return _TO_CLOCK.fullmatch(between) is not None
    is_listed = value.kind is ValueKind.WEEKDAY and says[open_list.value.end - 1].isalpha()
    return is_listed and _JOINT.fullmatch(between) is not None


def _opened(value: Value, says: str) -> _DayList | None:
    """The value with the word before it, if it recurs by itself or that word makes it recur."""
    if value.kind is not ValueKind.WEEKDAY:
        return None
    if value.is_range:
        return _DayList(value, _days(value))
    before = _LAST_WORD.search(says[: value.start])
    if before is None or before[1].lower() not in _BEFORE:
        return None
    return _DayList(replace(value, start=before.start()), _days(value))


def _days(value: Value) -> frozenset[int]:
    return frozenset(range(int(value.low), int(value.high) + 1)) or _EVERY_DAY


def _enumerations(lists: Sequence[_DayList], says: str) -> list[Value]:
    """Lists that nothing but a comma parts, as one."""
    found: list[Value] = []
    for one in (each.value for each in lists):
        if found and _ENUMERATED.fullmatch(says[found[-1].end : one.start]):
            found[-1] = replace(found[-1], end=one.end)
        else:
            found.append(one)
    return found
