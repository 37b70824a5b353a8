"""A time at its place in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from knowledge.data.tables import read_groups
from knowledge.facts.dates import EdtfDate, Precision

_PREPOSITIONS = frozenset().union(
    *(read_groups("function_words/prepositions")[group] for group in ("time_at", "range", "time_until"))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """A time at `text[start:end]`, with its preposition. `inferred`: the year or the day was not written."""

    start: int
    end: int
    when: EdtfDate
    inferred: bool
    weekday: bool = False
    """Whether only a day of the week was written."""
    attributive: bool = False
    """Whether it may only describe a thing: «часы 1740 года»."""


def with_preposition(one: TimeMention, text: str) -> TimeMention:
    before = re.search(r"(?:^|\s)([а-яА-Я]{1,5})\s$", text[: one.start])
    if before is None or before[1].lower() not in _PREPOSITIONS:
        bare = one.when.precision is Precision.YEAR and one.start > 0 and text[one.start].isdigit()
        return replace(one, attributive=bare)
    return replace(one, start=before.start(1))
