"""The limit of an age, and the length of a term, where a statement tells one of each."""

from __future__ import annotations

from itertools import pairwise

from knowledge.data.tables import read_groups
from knowledge.decision.context.ages_apart import asks_age, is_age_limit, of_same_sense
from knowledge.decision.context.limits import limit_of
from knowledge.facts.model import Fact
from knowledge.language.question_words import SPANS, WHICH
from knowledge.language.values import ValueKind
from knowledge.results import Lead, ValueLead
from knowledge.scoring.statement_values import is_shift, values_of
from knowledge.scoring.statement_wording import sentence, wording
from knowledge.understanding.question import Question

_PREPOSITIONS = read_groups("function_words/prepositions")
_EDGES = {False: _PREPOSITIONS["range_end"], True: _PREPOSITIONS["range_start"]}


def age_lead(fact: Fact, question: Question) -> Lead | None:
    """«До какого возраста», «с какого возраста»: the only limit of that side."""
    if not asks_age(question):
        return None
    lower = next((side for side, words in _EDGES.items() if _asks_edge(question, words)), None)
    if lower is None:
        return None
    limits = [(one, limit_of(fact, one)) for one in values_of(fact) if is_age_limit(one, fact)]
    held = [one for one, limit in limits if limit is not None and limit.is_lower is lower]
    return ValueLead(held=sentence(wording(fact, held[0]))) if len(held) == 1 == len(limits) else None


def _asks_edge(question: Question, words: frozenset[str]) -> bool:
    return any(before.word in words and after.word in WHICH for before, after in pairwise(question.terms))


def term_lead(fact: Fact, question: Question) -> Lead | None:
    """«Срок действия справки» of a statement without dates: the only length of time that it tells."""
    if not any(SPANS.intersection(question.terms[at].morphology.lemmas) for at in question.asking_places):
        return None
    before = question.terms[: min(question.asking_places)]
    if any(term.morphology.first_pos == "CONJ" for term in before[1:]):
        return None  # «объём вложений и на какой период» asks for more
    lengths = [one for one in values_of(fact) if one.kind is ValueKind.DURATION and not one.inside]
    lengths = of_same_sense(lengths, fact, question)
    if len(lengths) != 1 or is_age_limit(lengths[0], fact) or is_shift(fact, lengths[0]):
        return None
    return ValueLead(held=sentence(wording(fact, lengths[0])))
