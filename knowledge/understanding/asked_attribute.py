"""The attribute that a question asks for, in whichever words: the age, the cost, the author."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from knowledge.language.lexicon import Term
from knowledge.language.word_class import WordClass
from knowledge.results import AnswerForm
from knowledge.understanding.phrase_patterns import find_phrases, phrases

_TABLE = "asked_attributes"
_DOING = "-done"
"""Ends the labels of phrases that need a verb beside them: «сколько лет строили»."""
_FORMS = frozenset(
    {
        AnswerForm.WHO,
        AnswerForm.WHAT,
        AnswerForm.WHEN,
        AnswerForm.WHERE,
        AnswerForm.HOW_MANY,
        AnswerForm.HOW_MUCH,
        AnswerForm.HOW_LONG,
        AnswerForm.OTHER,
    }
)
_ASKS_WHETHER = "ли"


class AskedAttribute(NamedTuple):
    name: str
    places: frozenset[int]
    """Of the words that ask for it."""


def find_asked_attribute(
    terms: Sequence[Term], form: AnswerForm, content: Sequence[int]
) -> AskedAttribute | None:
    """The first attribute that the words of a clause ask for; `content`: the places of its content words.

    One word asks for it only where it comes first: «возраст мэра», not «кто спросил про возраст мэра».
    """
    words = [frozenset((term.word, *term.morphology.lemmas)) for term in terms]
    first = min(content, default=len(terms))
    found = [
        (start, -end, name)
        for name, (start, end) in find_phrases(_TABLE, words).items()
        if (end - start > 1 or start <= first)
        and (form in _FORMS or any(_ASKS_WHETHER in one for one in words[start:end]))
        and (not name.endswith(_DOING) or _has_verb(terms, start, end))
    ]
    if not found:
        return None
    # Of equal phrases the one that needs a verb says more.
    start, end, name = min(found, key=lambda one: (one[0], one[1], not one[2].endswith(_DOING)))
    said = frozenset(place for place in range(start, -end) if words[place] & _vocabulary()[name])
    return AskedAttribute(name.removesuffix(_DOING), said)


def _has_verb(terms: Sequence[Term], start: int, end: int) -> bool:
    """Whether something is done in the clause, besides being: «сколько лет строили мост»."""
    others = (term for at, term in enumerate(terms) if not start <= at < end)
    return any(
        term.word_class is WordClass.CONTENT and term.morphology.first_pos in ("VERB", "INFN", "PRTS")
        for term in others
    )


@cache
def _vocabulary() -> dict[str, frozenset[str]]:
    """Name -> the words of its phrases; what stands in their gaps is no part of them."""
    words: dict[str, frozenset[str]] = {}
    for phrase in phrases(_TABLE):
        slots = (fits for fits, _, _ in phrase.slots if fits is not None)
        words[phrase.label] = words.get(phrase.label, frozenset()).union(*slots)
    return words
