"""A fact's keys without the rest of its evidence: enough to find it among a hundred thousand."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.language.lexicon import Lexicon
from knowledge.language.text import clean, words
from knowledge.model import Fact, FactBase
from knowledge.search.reading import refers_to


@dataclass(frozen=True, slots=True)
class Outline:
    """What an index is made of: equal to the same fields of the fact's evidence."""

    fact: Fact
    spoken: frozenset[str]
    meta: frozenset[str]
    length: int


def outline(fact: Fact, base: FactBase, lexicon: Lexicon, subject: frozenset[str]) -> Outline:
    """Read the keys of one fact, in a tenth of the time of reading all of it."""
    spoken, length = lexicon.keys(words(clean(fact.says)))
    for question in fact.questions:
        spoken |= lexicon.keys(words(clean(question)))[0]
    return Outline(fact, frozenset(spoken), refers_to(fact, base, lexicon) | subject, length)
