"""What stands closely with a noun: «тепловая камера», «министр юстиции», «секция „Право“».

A question about the optical camera is not answered by what is said of the thermal one, though
all its words may be somewhere in the fact.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.language.lexicon import Term
from knowledge.language.word_class import WordClass

ModifiedNoun = tuple[frozenset[str], frozenset[str]]
"""Keys of a noun, keys of a word that tells which one."""
_ADJECTIVES = frozenset({"ADJF", "PRTF"})


@dataclass(frozen=True, slots=True)
class Bond:
    """A noun with one word that tells which: places in the text."""

    noun: int
    modifier: int


def bonds(text: str, terms: Sequence[Term]) -> Iterator[Bond]:
    """Adjectives before each noun, the genitive and the quoted name after it."""
    for place, term in enumerate(terms):
        if term.morphology.first_pos != "NOUN":
            continue
        before = place - 1
        while (
            before >= 0 and terms[before].morphology.first_pos in _ADJECTIVES and _close(text, terms, before)
        ):
            if terms[before].word_class is WordClass.CONTENT:
                yield Bond(place, before)
            before -= 1
        yield from (Bond(place, after) for after in _after(text, terms, place))


def _after(text: str, terms: Sequence[Term], place: int) -> Iterator[int]:
    """Places of the genitive («министр юстиции») or the name in quotes that follow a noun."""
    after = place + 1
    if after >= len(terms):
        return
    between = text[terms[place].token.end : terms[after].token.start]
    if "«" in between or '"' in between:
        while after < len(terms):
            yield after
            if "»" in text[terms[after].token.end : _start(text, terms, after + 1)]:
                return
            after += 1
        return
    while after < len(terms) and _close(text, terms, after - 1):
        term = terms[after]
        if term.morphology.first_pos in _ADJECTIVES:
            after += 1
            continue
        if (
            term.morphology.first_pos == "NOUN"
            and term.morphology.genitive
            and term.word_class is WordClass.CONTENT
        ):
            yield after
        return


def _close(text: str, terms: Sequence[Term], place: int) -> bool:
    """Whether nothing but space stands between a word and the next."""
    return text[terms[place].token.end : _start(text, terms, place + 1)].strip() == ""


def _start(text: str, terms: Sequence[Term], place: int) -> int:
    return terms[place].token.start if place < len(terms) else len(text)


def bound(text: str, terms: Sequence[Term]) -> Iterator[ModifiedNoun]:
    """The bonds of a text by keys."""
    for bond in bonds(text, terms):
        yield _names(terms[bond.noun]), _names(terms[bond.modifier])


def _names(term: Term) -> frozenset[str]:
    return frozenset([key for key, _ in term.keys])
