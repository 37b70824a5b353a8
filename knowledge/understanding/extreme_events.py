"""Whether a question asks for the first or last event: «какое событие самое раннее?», «последняя из них»."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.data.tables import read_groups
from knowledge.language.lexicon import Term
from knowledge.results import AnswerForm
from knowledge.understanding.beside_events import asks_only_event, counts_nothing, is_kind
from knowledge.understanding.question import Question

_WORDS = read_groups("requests/extreme_events")
_OF_THEM = read_groups("function_words/prepositions")["of_them"]
_MOST = read_groups("values/qualities")["most"]
_ADJECTIVES = frozenset({"ADJF", "ADJS"})
_FORMS = (AnswerForm.WHEN, AnswerForm.WHERE, AnswerForm.WHAT, AnswerForm.WHICH, AnswerForm.ORDER)


@dataclass(frozen=True, slots=True)
class ExtremeEvent:
    earliest: bool
    of_told: bool
    """Whether it is asked of those told of last: «из них»."""


def read_extreme_event(question: Question) -> ExtremeEvent | None:
    """None where more is asked, or «первая встреча» may number the meetings of one chain."""
    terms = question.terms
    extremes = _WORDS["earliest"] | _WORDS["latest"]
    # «Раньше диалога» is a comparison.
    named = (term for term in terms if term.morphology.first_pos in _ADJECTIVES)
    found = next((term for term in named if _lemmas(term) & extremes), None)
    if found is None or question.request.form not in _FORMS or not counts_nothing(question.request):
        return None
    rest = [term for term in terms if term is not found and not _lemmas(term) & _WORDS["beside"]]
    of_told = any(term.word in _OF_THEM for term in terms)
    is_most = any(_lemmas(term) & _MOST for term in terms)
    is_any = any(_lemmas(term) & _WORDS["any_event"] for term in terms)
    is_kind_named = is_any or (is_most and any(is_kind(term) for term in terms))
    asks = (
        asks_only_event(question, term) or term.word in _OF_THEM or _lemmas(term) & _MOST for term in rest
    )
    if not (is_kind_named or of_told) or not all(asks):
        return None
    return ExtremeEvent(earliest=bool(_lemmas(found) & _WORDS["earliest"]), of_told=of_told)


def _lemmas(term: Term) -> set[str]:
    return {term.word, *term.morphology.lemmas}
