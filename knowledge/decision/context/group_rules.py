"""Whether it is asked who pays less than others, and whether a statement tells what is paid."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.data.tables import read_words
from knowledge.decision.context.age_bands import FREE
from knowledge.facts.model import Fact
from knowledge.language.lexicon import Term
from knowledge.language.values import ValueKind
from knowledge.scoring.statement_values import values_of

LESS = read_words("requests/privileges")
"""Words that ask whether somebody pays less."""
PRICES = frozenset({ValueKind.MONEY, ValueKind.PERCENT})


def asks_less(terms: Iterable[Term]) -> bool:
    return any(LESS.intersection((term.word, *term.morphology.lemmas)) for term in terms)


def asks_free(terms: Iterable[Term]) -> bool:
    return any(FREE.intersection((term.word, *term.morphology.lemmas)) for term in terms)


def tells_price(fact: Fact) -> bool:
    """Whether a statement tells what is paid, or that nothing is."""
    words = {word.strip(".,;:") for word in fact.says.lower().split()}
    return bool(words & FREE) or any(value.kind in PRICES for value in values_of(fact))
