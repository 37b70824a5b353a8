"""Facts that readers will hardly find, each with the reason and the examples that would help."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from knowledge.drafting.advice.suggestions import suggest_examples
from knowledge.engine import Engine
from knowledge.facts.model import Fact, FactBase
from knowledge.quality.selfcheck import Missed

_OFFERED = 4
ADVISED = 6
"""Examples of a fact."""


class Difficulty(StrEnum):
    FEW = "few"
    """It has fewer examples than advised."""
    MISSED = "missed"
    """Half of its examples or more do not find it once they are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HardToFind:
    fact: Fact
    reason: Difficulty
    count: int
    """Of its examples, or of those that miss."""
    offered: tuple[str, ...]


def hard_to_find(
    base: FactBase, missed: tuple[Missed, ...], engine: Engine | None = None
) -> Iterator[HardToFind]:
    """Those that miss first, then those with few examples, each in the order of the files; `engine` tells
    which questions would find them."""
    found = list(_hard_to_find(base, missed, engine))
    yield from sorted(found, key=lambda one: one.reason is not Difficulty.MISSED)


def _hard_to_find(base: FactBase, missed: tuple[Missed, ...], engine: Engine | None) -> Iterator[HardToFind]:
    misses = Counter(fact for one in missed for fact in one.expected)
    for fact in base.facts:
        if 2 * misses[fact.id] >= len(fact.questions):
            reason, count = Difficulty.MISSED, misses[fact.id]
        elif len(fact.questions) < ADVISED:
            reason, count = Difficulty.FEW, len(fact.questions)
        else:
            continue
        offered = suggest_examples(fact, base, most=_OFFERED, engine=engine)
        yield HardToFind(fact=fact, reason=reason, count=count, offered=offered)
