"""«Сколько вход»: what «сколько» counts stands in the genitive, so of anything else the price is asked."""

from __future__ import annotations

from dataclasses import replace

from knowledge.data.tables import read_groups
from knowledge.language.lexicon import Term
from knowledge.language.semantic_classes import TIMES
from knowledge.language.values import ValueKind
from knowledge.language.values.tables import units
from knowledge.results import AnswerForm
from knowledge.understanding.question import Question

_SO_MUCH = read_groups("question_words/groups")["so_much"]
_VERBS = frozenset({"VERB", "INFN", "PRTS", "PRED", "COMP"})
"""«Сколько компания заработала» asks no price."""


def priced(question: Question) -> Question | None:
    """The question read as one of a price; None where it cannot be one."""
    place, request = question.counted_place, question.request
    if place is None or request.form is not AnswerForm.HOW_MANY or request.measure is not None:
        return None
    terms = question.terms
    many = next((at for at, term in enumerate(terms) if term.word in _SO_MUCH), place)
    noun, before = terms[place].morphology, terms[max(0, many - 1) : place]
    if many >= place or any(term.morphology.first_pos == "PREP" for term in before):
        return None
    if any(term.morphology.first_pos in _VERBS for term in terms):
        return None
    if noun.genitive or noun.animate or not noun.known or any(map(_measures, terms)):
        return None
    asked = replace(request, form=AnswerForm.HOW_MUCH, measure=ValueKind.MONEY)
    return replace(question, counted_place=None, request=asked)


def _measures(term: Term) -> bool:
    """«Лет», «рублей», «времени»."""
    return bool((TIMES | units().keys()).intersection(term.morphology.lemmas))
