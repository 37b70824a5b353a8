"""By which kind of value a quality compares, and which way: «дороже» by money, «старше» by age."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from knowledge.data.tables import read_groups, read_table, split_cell
from knowledge.decision.rules.comparative_rules import SUPERLATIVE
from knowledge.language.lexicon import Term
from knowledge.language.values import Value, ValueKind
from knowledge.scoring.value_kinds import is_often

AGE, ANY, DATE, OFTEN, _MOST = "age", "any", "date", "often", "most"
_MOST_WORDS = read_groups("values/qualities")["most"]
_OF_ALL = read_groups("values/qualities")["of_all"]


@dataclass(frozen=True, slots=True)
class Dimension:
    """`kinds`: kinds of value, `age`, `date` or `any`; `above`: whether the quality is of the greater."""

    kinds: frozenset[str]
    above: bool

    def measures(self, kind: ValueKind) -> bool:
        timed = kind is ValueKind.DURATION and self.kinds & {AGE, OFTEN}
        return ANY in self.kinds or kind in self.kinds or bool(timed)

    def suits(self, says: str, value: Value) -> bool:
        """Whether it measures a value of a statement: «чаще» only one like «каждые 20 минут»."""
        return self.measures(value.kind) and (OFTEN not in self.kinds or is_often(says, value))


@dataclass(frozen=True, slots=True)
class Asked:
    """A quality of a question and the places of the words that say it: «самый дорогой», «старше всех»."""

    dimension: Dimension
    quality: Term
    places: frozenset[int]


def dimension_of(term: Term) -> Dimension | None:
    """What a word compares by; its own form decides before its lemma."""
    table = _dimensions()
    return next((table[one] for one in (term.word, *term.morphology.lemmas) if one in table), None)


def asked_extreme(terms: Sequence[Term]) -> Asked | None:
    """The superlative of a question, where it has just one."""
    found = extremes_in(terms)
    return found[0] if len(found) == 1 else None


def extremes_in(terms: Sequence[Term]) -> list[Asked]:
    """Every superlative of a text."""
    return [asked for at in range(len(terms)) if (asked := _extreme_at(terms, at)) is not None]


def _extreme_at(terms: Sequence[Term], at: int) -> Asked | None:
    term = terms[at]
    dimension = dimension_of(term)
    if dimension is None:
        return None
    if _MOST in dimension.kinds:
        return Asked(Dimension(frozenset({ANY}), dimension.above), term, frozenset({at}))
    if at and _MOST_WORDS.intersection(terms[at - 1].morphology.lemmas):
        return Asked(dimension, term, frozenset({at - 1, at}))
    if term.morphology.first_pos == "COMP":
        of_all = next((place for place, one in enumerate(terms) if one.word in _OF_ALL), None)
        return Asked(dimension, term, frozenset({at, of_all})) if of_all is not None else None
    return Asked(dimension, term, frozenset({at})) if SUPERLATIVE.search(term.word) else None


@cache
def _dimensions() -> Mapping[str, Dimension]:
    kinds: dict[tuple[str, bool], set[str]] = {}
    for direction, kind, words in read_table("values/dimensions", "direction", "kind", "words"):
        for word in split_cell(words):
            kinds.setdefault((word, direction == "above"), set()).add(kind)
    return {word: Dimension(frozenset(named), above) for (word, above), named in kinds.items()}
