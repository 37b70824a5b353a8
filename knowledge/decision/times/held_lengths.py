"""Lengths of time that a statement tells itself: how long the way is, how long somebody has been there."""

from __future__ import annotations

from itertools import pairwise

from knowledge.data.tables import read_groups, read_words
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.polarity import SURE_FROM
from knowledge.decision.context.rule_context import RuleContext, unmatched_words
from knowledge.decision.times.dated_things import Dated
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.values import ValueKind
from knowledge.results import Answer, AnswerForm, Shown, Slot
from knowledge.retrieval.query_terms import TermClass
from knowledge.scoring.searcher import ScoredFact
from knowledge.scoring.statement_values import is_shift, matching_values
from knowledge.understanding.question import Question
from knowledge.understanding.request import Span

_REMAINING = read_groups("calendar/groups")["remain"]
_WAITING = read_words("verbs/waiting")
_PREPOSITIONS = read_groups("function_words/prepositions")
_BY = _PREPOSITIONS["by_how_much"]
_TO = _PREPOSITIONS["way_to"]
_VERBS = frozenset({"VERB", "INFN"})
_LASTING = (Span.LASTING, Span.UNTIL)
_AHEAD = 2.0
"""So far, in logits, the only fact that tells a length stands before the others."""


def is_held(context: RuleContext) -> bool:
    """«Сколько ждать поезда в час пик»: the best fact has every word and a length of time of its own."""
    best = context.best
    if best is None or unmatched_words(context, *TermClass):
        return False
    return bool(matching_values(best.fact, context.search.query, context.lexicon))


def asks_of_way(question: Question, access: BaseAccess) -> bool:
    """«Сколько плыть до Актау» asks how long the way is; «сколько ждать до», «осталось до» count from now."""
    moves = any(
        term.morphology.first_pos in _VERBS
        and not (_REMAINING | _WAITING).intersection(term.morphology.lemmas)
        for term in question.terms
    )
    terms = question.terms
    return moves and any(before.word in _TO and _is_place(after, access) for before, after in pairwise(terms))


def _is_place(term: Term, access: BaseAccess) -> bool:
    named = any(key in access.place_keys for key, level in term.keys if level is Level.LEMMA)
    return named or "Geox" in term.morphology.marks


def tells_length_itself(context: RuleContext, *dated: Dated) -> bool:
    """«Давно ли капитан на Каспии?» of «водит суда двадцать два года»: the best fact is none of the dated."""
    best = context.best
    if best is None or context.probability < SURE_FROM:
        return False
    if len(dated) == 1 and dated[0].event is not None and dated[0].event.id in best.fact.about[:1]:
        return False  # «Сколько лет прошло с открытия?» of «открыли после двух лет стройки»
    if any(one.fact == best.fact for one in dated):
        return False
    return bool(_lengths(best, context))


def held_length(context: RuleContext) -> Answer | None:
    """The only length that the nearest fact tells, where that fact stands clear of all others."""
    question, facts = context.search.question, context.search.facts
    if question.request.form is not AnswerForm.HOW_LONG or question.request.span not in _LASTING:
        return None
    if not any(question.terms[at].morphology.first_pos in _VERBS for at in question.content_places):
        return None  # «сколько лет капитану» is an age
    if not facts or question.request.negated or len(_lengths(facts[0], context)) != 1:
        return None
    is_clear = all(facts[0].score - other.score > _AHEAD for other in facts[1:2])
    left = unmatched_words(context, *set(TermClass) - {TermClass.RELATION})
    if not is_clear or left:
        return None
    shown = (Shown(fact=facts[0].fact, slot=Slot.NUMBER),)
    return Answer(
        rule="held-length", confidence=0.6, shown=shown, form=question.request.form, why=context.why
    )


def _lengths(found: ScoredFact, context: RuleContext) -> list[object]:
    values = matching_values(found.fact, context.search.query, context.lexicon)
    by_how_much = any(term.word in _BY for term in context.search.question.terms)
    return [
        value
        for value in values
        if value.kind is ValueKind.DURATION and (by_how_much or not is_shift(found.fact, value))
    ]
