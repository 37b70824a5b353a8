"""Rules that refuse a fact on another one, measure or recipient than is asked about."""

from __future__ import annotations

from knowledge.decision.context.rule_context import RuleContext, refuse
from knowledge.decision.rules.another_thing import lacked_recipients, other_qualities, pairs_elsewhere
from knowledge.language.attributes import asked_attributes
from knowledge.language.synonyms import Level
from knowledge.language.values import ValueKind
from knowledge.results import AnswerForm, Reason, Result
from knowledge.retrieval.matching import match_level

_SIZES = frozenset({"length", "width", "height", "depth"})
"""Attributes that are told in metres, so that the unit alone does not say which it is."""
_TOLD_WHOLE = (AnswerForm.YES_NO, AnswerForm.WHICH, AnswerForm.SUMMARY, AnswerForm.COMPARE, AnswerForm.LIST)
_SURE_FROM = 0.95


def other_one(context: RuleContext) -> Result | None:
    """«Глубина большой чаши» of a fact on the children's one, where another fact has the big one."""
    best, question = context.best, context.search.question
    if best is None or best.same_example is not None or not context.search.query.features.modified_nouns:
        return None
    if question.request.form in _TOLD_WHOLE or question.request.alternatives or question.request.negated:
        return None
    if context.probability >= _SURE_FROM:
        return None
    others = set(other_qualities(context, best))
    named = tuple(quality.token.written for _, quality in pairs_elsewhere(context, best) if quality in others)
    return refuse(context, "other-kind", Reason.UNACCOUNTED, 0.75, named) if named else None


def other_recipient(context: RuleContext) -> Result | None:
    """«Сколько стоит билет для пенсионеров» of a price that is told of others."""
    best, request = context.best, context.search.question.request
    if best is None or request.form is not AnswerForm.HOW_MUCH or request.measure is not ValueKind.MONEY:
        return None
    named = tuple(term.token.written for term in lacked_recipients(context, best))
    return refuse(context, "words-left", Reason.UNACCOUNTED, 0.75, named) if named else None


def other_measure(context: RuleContext) -> Result | None:
    """«Какая высота у зала?» of «трасс по 12 метров» that answers «какой длины»: another size."""
    best, query = context.best, context.search.query
    asked = query.attributes & _SIZES
    if best is None or not asked or query.question.request.form in _TOLD_WHOLE:
        return None
    lacked = [one for one in query.terms if one.attributes & _SIZES]
    if any((match_level(one.term, best.parsed.keys) or 0) >= Level.ROOT for one in lacked):
        return None
    told = {
        name
        for names in asked_attributes(context.lexicon.read(best.fact.says), None).values()
        for name in names
    }
    for one in best.parsed.examples:
        asking = asked_attributes(one.question.terms, one.question.counted_place)
        told |= {name for names in asking.values() for name in names}
    if not told & _SIZES or told & asked:
        return None
    return refuse(context, "not-told", Reason.NO_SUCH_SLOT, 0.8, (lacked[0].term.token.written,))
