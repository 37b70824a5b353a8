"""The first and the last day of what lasts, where a question asks for its beginning or its end."""

from __future__ import annotations

from knowledge.data.tables import read_words
from knowledge.facts.dates import EdtfDate
from knowledge.results import AnswerForm
from knowledge.understanding.question import Question

ENDING = read_words("verbs/endings")
BEGINNING = read_words("verbs/openings")


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


def edge_of(when: EdtfDate, question: Question) -> EdtfDate:
    """The first or the last day of what lasts, where its beginning or end is asked: «когда закрывается»."""
    lemmas = {lemma for term in question.terms for lemma in term.morphology.lemmas}
    if not when.is_interval or when.start is None:
        return when
    if lemmas & ENDING or question.request.form is AnswerForm.UNTIL:
        return EdtfDate(when.end, when.end)
    if lemmas & BEGINNING or question.request.since:
        return EdtfDate(when.start, when.start)
    return when
