"""A value found in a text: its kind, its place, and what stands before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from tests.generated.russian import fold

TOKEN = re.compile(r"\d{1,3}(?: \d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?|[^\W\d_]+(?:-[^\W\d_]+)*|[%№:-]")


class Kind(StrEnum):
    DAY = "day"
    """«1 декабря 2015 года», «11 августа»."""
    MONTH = "month"
    """«июне 2016 года»."""
    YEAR = "year"
    """«2028 году»."""
    CLOCK = "clock"
    PERCENT = "percent"
    MONEY = "money"
    COUNT = "count"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A value and its place in the text; `number_end` closes the part that is the number itself."""

    kind: Kind
    start: int
    end: int
    number_end: int
    number: float = 0
    noun: str = ""
    """The counted noun's lemma."""
    noun_end: int = 0
    year: int | None = None
    month: int | None = None
    day: int | None = None
    is_oblique: bool = False
    """Whether the number is a word in an oblique case: «двух», «пяти»."""
    before: str = ""
    """The three words before, ё folded."""

    @property
    def is_hedged(self) -> bool:
        """Whether the value bounds or approximates, so that another one need not be false."""
        return bool(_HEDGES & {self.before.rpartition(" ")[2]} or _BOUNDS & set(self.before.split(" ")))

    @property
    def preposition(self) -> str:
        return self.before.rpartition(" ")[2]


_HEDGES = frozenset(
    "до от больше меньше более менее свыше выше ниже почти около примерно старше младше дороже дешевле не "
    "тяжелее раньше позже позднее дольше к средний среднем максимум минимум с по и из".split()
)
_BOUNDS = frozenset("больше меньше более менее дольше".split())


def before(text: str, start: int) -> str:
    """The three words before a place, ё folded."""
    return fold(" ".join(TOKEN.findall(text[:start])[-3:]))
