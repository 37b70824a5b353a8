"""Days of which a fact tells only the beginning or the end: «откроется 5 мая», «до 8 ноября».

A later day than a beginning, or an earlier one than an end, is neither confirmed nor denied by it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.data.tables import read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.comparison import days_of
from knowledge.decision.context.event_edges import BEGINNING, ENDING
from knowledge.facts.dates import EdtfDate
from knowledge.language.lexicon import Term
from knowledge.language.values import Value, ValueRole
from knowledge.results import AnswerForm
from knowledge.understanding.question import Question

_SINCE_VERBS = read_words("verbs/beginnings")
_STATES = read_words("verbs/lasting_participles")
_MARKS = re.compile(r"[,;:()—–]")
_VERBS = frozenset({"VERB", "INFN", "PRTS", "GRND"})


def is_untold(
    stated: Value,
    record: EdtfDate | None,
    own: Sequence[Value],
    says: str,
    question: Question,
    access: BaseAccess,
) -> bool:
    """Whether the stated day lies beyond the only end that a fact tells, and the question is not of that end.

    `own` are the dates of the statement `says`.
    """
    year = (record or access.base.source.published).end.year
    asked = days_of(stated.dates, year)
    if asked is None:
        return False
    asks_start, asks_end = _asked_edges(stated, question)
    if record is not None and record.start is None and not own:
        return asked.last <= record.last_day and not asks_end
    for value in own:
        held = days_of(value.dates, year)
        if held is None or value.is_range:
            continue
        since, until = _edges(value, access.lexicon.read(part_with(says, value)))
        if (since and not asks_start and held.last < asked.first) or (
            until and not asks_end and asked.last < held.first
        ):
            return True
    return False


def holds_both_ends(record: EdtfDate | None, own: Sequence[Value]) -> bool:
    """Whether a record has both ends of what the statement names one end of."""
    if record is None or not record.is_interval or len(own) != 1:
        return False
    return not own[0].is_range and own[0].role is not ValueRole.AT


def _asked_edges(stated: Value, question: Question) -> tuple[bool, bool]:
    """Whether the beginning and whether the end is asked about."""
    named = {
        lemma
        for term in question.terms
        for lemma in term.morphology.lemmas
        if not (term.morphology.first_pos == "PRTS" and _STATES.intersection(term.morphology.lemmas))
    }
    starts = stated.role is ValueRole.SINCE or question.request.since or named & (_SINCE_VERBS | BEGINNING)
    ends = stated.role is ValueRole.UNTIL or question.request.form is AnswerForm.UNTIL or named & ENDING
    return bool(starts), bool(ends)


def _edges(value: Value, says: Sequence[Term]) -> tuple[bool, bool]:
    """Whether a date of a statement is a beginning, and whether an end: by its preposition, else its verb."""
    if value.role is not ValueRole.AT:
        return value.role is ValueRole.SINCE, value.role is ValueRole.UNTIL
    lemmas = {
        lemma for term in says if term.morphology.first_pos in _VERBS for lemma in term.morphology.lemmas
    }
    return bool(lemmas & (_SINCE_VERBS | BEGINNING)), bool(lemmas & ENDING)


def part_with(says: str, value: Value) -> str:
    """The part of a statement, between commas and the like, in which a value stands."""
    ends = [mark.start() for mark in _MARKS.finditer(says)]
    first = max((end + 1 for end in ends if end < value.start), default=0)
    return says[first : min((end for end in ends if end >= value.end), default=len(says))]
