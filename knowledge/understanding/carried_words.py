"""The words that a follow-up takes over from the last question, and from the event last told of."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.facts.model import FactBase, FactId
from knowledge.understanding.base_words import BaseWords
from knowledge.understanding.question import Question
from knowledge.understanding.subordinate import describing_places
from knowledge.understanding.substitution import kinds_of


def carried_words(last: Question, new: Question, base_words: BaseWords) -> Iterator[str]:
    """Content words of the last question that the new one does not replace by one of the same kind, but for
    those of a part that only describes («…, о котором договорились стороны»)."""
    kinds = {kind for term in new.terms for kind in kinds_of(term, base_words)}
    keys = {key for term in new.terms for key, _ in term.keys}
    described = describing_places(last.text, last.terms)
    for place in last.content_places:
        if described and place > min(described):
            break
        term = last.terms[place]
        if kinds_of(term, base_words) & kinds or any(key in keys for key, _ in term.keys[:1]):
            continue
        yield term.token.written


def is_verb(written: str, question: Question) -> bool:
    return any(
        term.token.written == written and term.morphology.first_pos in {"VERB", "INFN", "PRTS"}
        for term in question.terms
    )


def asking_words(last: Question) -> Iterator[str]:
    for place in sorted(last.asking_places):
        yield last.terms[place].token.written


def told_titles(facts: tuple[FactId, ...], base: FactBase) -> Iterator[str]:
    for fact in facts:
        for event in base.fact_by_id[fact].about if fact in base.fact_by_id else ():
            if event in base.event_by_id:
                yield base.event_by_id[event].title
