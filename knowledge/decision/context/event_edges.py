"""The first and the last day of what lasts, where a question asks for its beginning or its end."""

from __future__ import annotations

from itertools import pairwise

from knowledge.data.tables import read_groups, read_words
from knowledge.facts.dates import EdtfDate
from knowledge.language.lexicon import Term
from knowledge.language.question_words import NOUNS, WHICH
from knowledge.results import AnswerForm, Slot
from knowledge.understanding.question import Question

ENDING = read_words("verbs/endings")
BEGINNING = read_words("verbs/openings")
_DAYS = frozenset(noun for noun, slot in NOUNS.items() if slot is Slot.DATE)
_UNTIL = read_groups("function_words/prepositions")["time_until"]


def clock_text(when: EdtfDate) -> str | None:
    """The clock time of a date or the hours of what lasts: «10:00», «с 11:00 до 15:00»; None if none."""
    if when.start is None or when.start.clock is None:
        return None
    first, last = when.start.clock, when.end.clock
    if not when.is_interval:
        return f"{first:%H:%M}"
    # Of a night or several days the hours alone would mislead.
    same_day = when.first_day == when.last_day and last is not None
    return f"с {first:%H:%M} до {last:%H:%M}" if same_day else None


def asks_last_day(question: Question) -> bool:
    """«До какого числа», «по какой день»."""
    return any(before.word in _UNTIL and after.word in WHICH for before, after in pairwise(question.terms))


def edge_of(when: EdtfDate, question: Question) -> EdtfDate:
    """The first or the last day of what lasts, where its beginning or end is asked: «когда закрывается»."""
    lemmas = _edge_lemmas(question)
    if not when.is_interval or when.start is None:
        return when
    if lemmas & ENDING or question.request.form is AnswerForm.UNTIL or asks_last_day(question):
        return EdtfDate(when.end, when.end)
    if lemmas & BEGINNING or question.request.since:
        return EdtfDate(when.start, when.start)
    return when


def awaited_edge(when: EdtfDate, question: Question) -> EdtfDate:
    """The day to which the time left is counted: the first of what lasts, the last if its end is named."""
    edge = edge_of(when, question)
    return edge if edge.start is None else EdtfDate(edge.start, edge.start)


def _edge_lemmas(question: Question) -> set[str]:
    """Lemmas less those of an ordinal that numbers something else than days: «первый обзор» has no edge."""
    terms = question.terms
    numbering = {at for at, pair in enumerate(pairwise(terms)) if _numbers_a_thing(*pair)}
    return {lemma for at, term in enumerate(terms) if at not in numbering for lemma in term.morphology.lemmas}


def _numbers_a_thing(term: Term, noun: Term) -> bool:
    is_pair = term.morphology.first_pos == "ADJF" and noun.morphology.first_pos == "NOUN"
    return is_pair and not _DAYS.intersection(noun.morphology.lemmas)
