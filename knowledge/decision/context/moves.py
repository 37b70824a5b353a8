"""What a statement tells of a move: from which time, to which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.data.tables import read_groups
from knowledge.decision.context.comparison import Match, compare_dates, compare_values
from knowledge.decision.context.event_records import record_date
from knowledge.facts.model import Fact, FactBase
from knowledge.language.values import Value, ValueKind, read_values
from knowledge.scoring.former_values import former_values, moved_to

TIMES = frozenset({ValueKind.DATE, ValueKind.WEEKDAY, ValueKind.CLOCK})
_SINCE = read_groups("function_words/prepositions")["since"]
_LAST_WORD = re.compile(r"(\w+)\s*$")


def former_times(fact: Fact) -> tuple[Value, ...]:
    """The times that a statement says no longer hold, a bare day with its month among them."""
    return tuple(one for one in former_values(fact.says) if one.kind in TIMES or _is_bare_day(fact.says, one))


def former_wording(fact: Fact) -> str:
    """The first of them in words: «19 ноября» of «с 19 на 21 ноября» too."""
    former = former_times(fact)[0]
    text = fact.says[former.start : former.end].strip(" .")
    if former.kind in TIMES:
        return text
    date = next(_dates_after(fact.says, former))
    return " ".join((text, *fact.says[date.start : date.end].split()[1:2]))


def compare_times(stated: Value, held: Sequence[Value], base: FactBase) -> Match:
    """Whether a stated time is among those held."""
    if stated.kind is ValueKind.DATE:
        own = [one for one in held if one.kind is ValueKind.DATE]
        return compare_dates(stated, None, own, base.source.published.end.year)
    return compare_values(stated, held)


def compare_new(stated: Value, fact: Fact, base: FactBase) -> Match:
    """Whether a stated time is the one that a thing was moved to."""
    new = [one for one in moved_to(fact.says) if one.kind is stated.kind]
    record = record_date(fact, base)
    if stated.kind is not ValueKind.DATE or (record is None and not new):
        return compare_times(stated, new, base)
    return compare_dates(stated, record, new, base.source.published.end.year)


def confirms_move(values: Sequence[Value], fact: Fact, base: FactBase) -> bool:
    """Whether each stated time is the one that now holds: it was moved to it, so it is not denied."""
    times = [one for one in values if one.kind in TIMES]
    new = moved_to(fact.says) or (former_times(fact) and read_values(fact.says))
    return bool(times and new) and all(compare_new(one, fact, base) is Match.SAME for one in times)


def is_from(text: str, value: Value) -> bool:
    """Whether «с» stands before a value."""
    found = _LAST_WORD.search(text[: value.start].lower())
    return found is not None and found[1] in _SINCE


def _is_bare_day(says: str, value: Value) -> bool:
    return value.kind is ValueKind.NUMBER and any(True for _ in _dates_after(says, value))


def _dates_after(says: str, value: Value) -> Iterator[Value]:
    return (one for one in read_values(says) if one.kind is ValueKind.DATE and one.start > value.end)
