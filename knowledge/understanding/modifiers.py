"""Finds the modifiers of nouns: «тепловая камера», «министр юстиции», «секция „Право“».

A fact on the thermal camera does not answer a question about the optical one, even if it has all of its
words somewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.language.lexicon import Term
from knowledge.language.word_class import WordClass

ModifiedNoun = tuple[frozenset[str], frozenset[str]]
"""Keys of a noun, keys of its modifier."""
_ADJECTIVES = frozenset({"ADJF", "PRTF"})


@dataclass(frozen=True, slots=True)
class Modification:
    """A noun with one modifier, by their places among the terms."""

    noun: int
    modifier: int


def find_modifiers(text: str, terms: Sequence[Term]) -> Iterator[Modification]:
    """The adjectives before each noun, the noun in the genitive or the quoted name after it."""
    for place, term in enumerate(terms):
        if term.morphology.first_pos != "NOUN":
            continue
        before = place - 1
        while before >= 0 and _is_adjective(terms[before]) and _adjoins_next(text, terms, before):
            if terms[before].word_class is WordClass.CONTENT:
                yield Modification(place, before)
            before -= 1
        yield from (Modification(place, after) for after in _modifiers_after(text, terms, place))


def _modifiers_after(text: str, terms: Sequence[Term], place: int) -> Iterator[int]:
    """Places of the genitive («министр юстиции») or of the words in quotes that follow a noun."""
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
    while after < len(terms) and _adjoins_next(text, terms, after - 1):
        term = terms[after]
        if _is_adjective(term):
            after += 1
            continue
        if (
            term.morphology.first_pos == "NOUN"
            and term.morphology.genitive
            and term.word_class is WordClass.CONTENT
        ):
            yield after
        return


def _is_adjective(term: Term) -> bool:
    return term.morphology.first_pos in _ADJECTIVES


def _adjoins_next(text: str, terms: Sequence[Term], place: int) -> bool:
    """Whether there is only space between a word and the next."""
    return text[terms[place].token.end : _start(text, terms, place + 1)].strip() == ""


def _start(text: str, terms: Sequence[Term], place: int) -> int:
    return terms[place].token.start if place < len(terms) else len(text)


def modified_nouns(text: str, terms: Sequence[Term]) -> Iterator[ModifiedNoun]:
    """The nouns of a text with their modifiers, by keys."""
    for found in find_modifiers(text, terms):
        yield _keys(terms[found.noun]), _keys(terms[found.modifier])


def _keys(term: Term) -> frozenset[str]:
    return frozenset([key for key, _ in term.keys])
