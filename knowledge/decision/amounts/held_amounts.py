"""Amounts of the base with what each belongs to: the part of the statement around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.decision.amounts.dimensions import AGE, Dimension
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.value_comparison import UNCOMPARED, piece_of
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.values import Value, ValueKind
from knowledge.language.word_class import WordClass
from knowledge.scoring.statement_values import values_of

_YEARS = 12.0
_VERBS = frozenset({"VERB", "INFN", "PRTS"})


@dataclass(frozen=True, slots=True)
class HeldAmount:
    """A value with its part of the statement; `keys` are of that part and of what it leaves out."""

    fact: Fact
    value: Value
    piece: str
    keys: frozenset[str]

    @property
    def measure(self) -> tuple[ValueKind, str, tuple[str, ...]]:
        """Amounts of one measure may be compared: one kind, one unit, one noun that is counted."""
        nouns = self.value.nouns[:1] if self.value.kind is ValueKind.COUNT else ()
        return self.value.kind, self.value.unit, nouns


def held_amounts(facts: Iterable[Fact], dimension: Dimension, access: BaseAccess) -> list[HeldAmount]:
    """Every amount of the facts that the dimension measures, no range and no bound."""
    return [
        held
        for fact in facts
        for held in _amounts_of(fact, access.lexicon)
        if dimension.suits(held.fact.says, held.value)
        and (AGE not in dimension.kinds or _is_age(held, access))
    ]


def keys_of(terms: Iterable[Term]) -> frozenset[str]:
    return frozenset(key for term in terms for key, _ in term.keys)


def is_met(term: Term, keys: frozenset[str]) -> bool:
    return any(key in keys for key, _ in term.keys)


def _amounts_of(fact: Fact, lexicon: Lexicon) -> Iterator[HeldAmount]:
    says = lexicon.read(fact.says)
    values = [one for one in values_of(fact) if one.kind not in UNCOMPARED and not one.is_range]
    alone = len(values) == 1
    for value in values:
        piece = piece_of(fact.says, value)
        own = _terms_in(says, fact.says, piece, value)
        nouns = [term for term in own if _is_noun(term) and not value.start <= term.token.start < value.end]
        heads = () if nouns else _head(says, values[0])
        yield HeldAmount(fact, value, piece, keys_of(says if alone else (*own, *heads)))


def _terms_in(says: Sequence[Term], text: str, piece: str, value: Value) -> list[Term]:
    start = text.rfind(piece, 0, max(value.end, len(piece) + value.start))
    start = text.find(piece) if start < 0 else start
    return [term for term in says if start <= term.token.start < start + len(piece)]


def _head(says: Sequence[Term], first: Value) -> list[Term]:
    """The nouns before the first value, which «детский — 250 рублей» leaves out."""
    return [term for term in says if term.token.start < first.start and _is_noun(term)]


def _is_noun(term: Term) -> bool:
    """«Взрослый» of «взрослый билет» is none."""
    pos = term.morphology.pos
    return "NOUN" in pos and "ADJF" not in pos and term.word_class is WordClass.CONTENT


def _is_age(held: HeldAmount, access: BaseAccess) -> bool:
    """«Орлову 54 года», «54-летний Орлов»: years of a person that nobody does anything for."""
    if held.value.factor != _YEARS or not held.fact.people:
        return False
    acts = any(
        term.morphology.first_pos in _VERBS and term.word_class is WordClass.CONTENT
        for term in access.lexicon.read(held.piece)
    )
    return held.value.inside or not acts
