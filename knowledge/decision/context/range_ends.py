"""The end of a range that a question asks for: «начали в шесть?», «подорожал до 28 рублей?»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.data.tables import read_words
from knowledge.decision.context.event_edges import BEGINNING, ENDING
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.semantic_classes import BEGINNINGS
from knowledge.language.values import Value, ValueKind, ValueRole
from knowledge.understanding.question import Question

_CHANGING = read_words("verbs/changing_amounts")
_STATES = read_words("verbs/lasting_participles")
_OF_ROLE = {ValueRole.SINCE: 0, ValueRole.UNTIL: 1}


def of_asked_end(
    stated: Value, held: Sequence[Value], says: str, question: Question, lexicon: Lexicon
) -> list[Value]:
    """The held values, their ranges narrowed to the end that is asked for, if one is."""
    end = _asked_end(stated, says, question, lexicon)
    return list(held) if end is None else [*_at_end(held, end)]


def _asked_end(stated: Value, says: str, question: Question, lexicon: Lexicon) -> int | None:
    """0 for the beginning, 1 for the end, None where any value within is meant."""
    if stated.is_range:
        return None
    if stated.kind is not ValueKind.CLOCK:
        changed = any(_CHANGING.intersection(term.morphology.lemmas) for term in lexicon.read(says))
        return _OF_ROLE.get(stated.role) if changed else None
    lemmas = {lemma for term in question.terms if not _is_state(term) for lemma in term.morphology.lemmas}
    starts, ends = bool(lemmas & (BEGINNING | BEGINNINGS)), bool(lemmas & ENDING)
    if starts is not ends:
        return int(ends)
    allows = any(term.morphology.first_pos in ("PRED", "INFN") for term in question.terms)
    return None if allows else _OF_ROLE.get(stated.role)


def _is_state(term: Term) -> bool:
    """«Ещё открыто?» asks of no opening."""
    is_verb = term.morphology.first_pos in ("VERB", "INFN")
    return not is_verb and not _STATES.isdisjoint(term.morphology.lemmas)


def _at_end(held: Sequence[Value], end: int) -> Iterator[Value]:
    role = (ValueRole.SINCE, ValueRole.UNTIL)[end]
    for value in held:
        if not value.is_range or not value.ends:
            yield value
            continue
        amount = (value.low, value.high)[end]
        start, after = value.ends[end]
        yield replace(value, low=amount, high=amount, role=role, ends=(), start=start, end=after)
