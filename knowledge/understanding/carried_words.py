"""The words that a follow-up takes over from the last question, and from the event last told of."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.facts.model import FactId
from knowledge.language.synonyms import Level
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
        if _is_tail(last, place):
            continue  # «Иволгу-2» is one word.
        tail = last.terms[place + 1].token.written if _is_tail(last, place + 1) else ""
        yield f"{term.token.written}-{tail}" if tail else term.token.written


def _is_tail(question: Question, place: int) -> bool:
    """Whether a number is joined to the word before it: the 2 of «Иволга-2»."""
    if not 0 < place < len(question.terms):
        return False
    before, token = question.terms[place - 1].token, question.terms[place].token
    return token.written.isdecimal() and question.text[before.end : token.start] == "-"


def is_verb(written: str, question: Question) -> bool:
    return any(
        term.token.written == written and term.morphology.first_pos in {"VERB", "INFN", "PRTS"}
        for term in question.terms
    )


def asking_words(last: Question) -> Iterator[str]:
    for place in sorted(last.asking_places):
        yield last.terms[place].token.written


def told_titles(facts: tuple[FactId, ...], last: Question, base_words: BaseWords) -> Iterator[str]:
    """Titles of the events of the facts told last: of several of one fact, first those that were asked of."""
    base = base_words.base
    asked = {
        key for at in last.content_places for key, level in last.terms[at].keys if level >= Level.SYNONYM
    }
    for fact in facts:
        about = base.fact_by_id[fact].about if fact in base.fact_by_id else ()
        events = [base.event_by_id[event] for event in about if event in base.event_by_id]
        for event in sorted(events, key=lambda one: -len(asked & base_words.lexicon.content(one.title))):
            yield event.title
