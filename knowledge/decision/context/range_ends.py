"""The end of a range that a question asks for: «начали в шесть?», «подорожал до 28 рублей?»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.event_edges import BEGINNING, ENDING
from knowledge.facts.model import Fact
from knowledge.language import question_words
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.semantic_classes import BEGINNINGS
from knowledge.language.values import Value, ValueKind, ValueRole
from knowledge.scoring.counted_units import counted_units
from knowledge.scoring.former_values import EARLIER
from knowledge.scoring.statement_wording import wording
from knowledge.understanding.question import Question

_CHANGING = read_words("verbs/changing_amounts")
_STATES = read_words("verbs/lasting_participles")
_RANGE_END = read_groups("function_words/prepositions")["range_end"]
_GROUPS = read_groups("question_words/groups")
_ASKED_OF = question_words.WHICH | _GROUPS["start"] | _GROUPS["so_much"]
_TIMES = frozenset({ValueKind.DATE, ValueKind.WEEKDAY, ValueKind.CLOCK, ValueKind.ORDINAL})
_HOURS = frozenset({ValueKind.DATE, ValueKind.WEEKDAY, ValueKind.CLOCK})
_AMOUNTS = frozenset({ValueKind.MONEY, ValueKind.PERCENT, ValueKind.COUNT, ValueKind.NUMBER})
_OF_ROLE = {ValueRole.SINCE: 0, ValueRole.UNTIL: 1}


def of_asked_end(
    stated: Value, held: Sequence[Value], says: str, question: Question, lexicon: Lexicon
) -> list[Value]:
    """The held values, their ranges narrowed to the end that is asked for, if one is."""
    end = _asked_end(stated, says, question, lexicon)
    return list(held) if end is None else [*_at_end(held, end)]


def asked_end_of(value: Value, says: str, question: Question, lexicon: Lexicon) -> int | None:
    """Which end of an amount's range is asked for: «до какой суммы», «с какой суммы», and what it was
    earlier where the statement tells of a change; None for all of it."""
    if not value.ends or value.kind in _TIMES:
        return None
    words = [term.word for term in question.terms]
    if sum(word in _ASKED_OF for word in words) > 1:
        return None  # «с какой суммы на какую»
    if question.request.form == "until" or any(
        first in _RANGE_END and second in _ASKED_OF for first, second in pairwise(words)
    ):
        return 1
    if question.request.since:
        return 0
    return 0 if not EARLIER.isdisjoint(words) and _tells_change(says, lexicon) else None


def end_wording(value: Value, end: int, fact: Fact) -> str:
    """One end of a range in words, the first with the unit that only the second has."""
    (one,) = _at_end([value], end)
    words = wording(fact, one)
    is_bare = not any(map(str.isalpha, fact.says[one.start : one.end]))
    return (counted_units(one.low, one.unit, one.factor) if is_bare else None) or words


def _tells_change(says: str, lexicon: Lexicon) -> bool:
    return any(_CHANGING.intersection(term.morphology.lemmas) for term in lexicon.read(says))


def amounts_until(values: Sequence[Value]) -> list[Value]:
    """What «до скольки» asks for where no time is told: «до 30 тысяч», «с 12 до 15 процентов»."""
    if any(value.kind in _HOURS for value in values):
        return []
    return [one for one in values if one.kind in _AMOUNTS and (one.role is ValueRole.UNTIL or one.ends)]


def _asked_end(stated: Value, says: str, question: Question, lexicon: Lexicon) -> int | None:
    """0 for the beginning, 1 for the end, None where any value within is meant."""
    if stated.is_range:
        return None
    if stated.kind is not ValueKind.CLOCK:
        return _OF_ROLE.get(stated.role) if _tells_change(says, lexicon) else None
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
