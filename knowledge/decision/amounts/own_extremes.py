"""«Самый дешёвый билет» of one fact: the end of its range, or the least of the amounts set side by side."""

from __future__ import annotations

from knowledge.decision.amounts.dimensions import AGE, ANY, Asked, extremes_in
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.kinds_of_names import is_kind_of_named
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.context.value_comparison import UNCOMPARED, piece_of
from knowledge.decision.leads.leads import lead_of
from knowledge.decision.rules.comparative_rules import has_degree
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.values import Value, ValueKind
from knowledge.language.values.tables import units
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, ExtremeLead, Lead, Shown, Slot
from knowledge.retrieval.matching import match_level, match_terms
from knowledge.scoring.counted_units import counted_units
from knowledge.scoring.searcher import ScoredFact
from knowledge.scoring.statement_values import values_of
from knowledge.scoring.statement_wording import sentence

_LEAST, _NEAREST, _NEAR = 2, 2, 4
_NEAR_FROM = 0.25
"""The chance from which the nearest fact is taken to be about what is asked."""
_FORMS = (
    AnswerForm.WHAT,
    AnswerForm.WHICH,
    AnswerForm.HOW_MUCH,
    AnswerForm.HOW_MANY,
    AnswerForm.COMPARE,
    AnswerForm.OTHER,
)


def answer_within(asked: Asked, context: RuleContext) -> Answer | None:
    """The most of what one of the two nearest facts tells; None where it has not every other word of the
    question, tells the most by itself, or has amounts of several kinds."""
    question = context.search.question
    request = question.request
    is_named = request.form is AnswerForm.YES_NO and not (request.predicate or request.values)
    if not (request.form in _FORMS or is_named) or context.probability < _NEAR_FROM:
        return None
    if AGE in asked.dimension.kinds or request.negated:
        return None
    for found in context.search.facts[:_NEAREST]:
        if not _has_others(found, asked, context):
            continue
        if has_degree(context.lexicon.read(found.fact.says), asked.quality):
            return None
        text = _most(found, asked)
        if text is not None:
            return _answer(found, ExtremeLead(text=sentence(text.strip(" ."))), context)
    return None


def told_by_itself(asked: Asked, context: RuleContext, access: BaseAccess) -> Answer | None:
    """«Где стоит дольше всего» of «самая длинная остановка — на станции Коноша»: the one near fact that tells
    the most by another word of the same measure."""
    told = [found for found in context.search.facts[:_NEAR] if _tells_most(found, asked, context)]
    if len(told) != 1 or context.search.question.request.negated:
        return None
    found = told[0]
    shown = Shown(fact=found.fact, slot=context.search.question.slot)
    return _answer(found, lead_of(shown, context.search.query, access, None), context)


def _tells_most(found: ScoredFact, asked: Asked, context: RuleContext) -> bool:
    same = [
        one
        for one in extremes_in(context.lexicon.read(found.fact.says))
        if one.dimension.above is asked.dimension.above
        and one.dimension.kinds & asked.dimension.kinds - {ANY}
    ]
    levels = match_terms(context.search.query, found.parsed.text_keys)
    lost = [
        one
        for one, level in zip(context.search.query.terms, levels, strict=True)
        if level is None and one.term.token.start not in _starts(asked, context)
    ]
    met = any(level is not None and level >= Level.ROOT for level in levels)
    return bool(same) and met and not lost


def _starts(asked: Asked, context: RuleContext) -> frozenset[int]:
    return frozenset(context.search.question.terms[at].token.start for at in asked.places)


def _answer(found: ScoredFact, lead: Lead | None, context: RuleContext) -> Answer:
    return Answer(
        rule="extreme",
        confidence=0.75,
        shown=(Shown(fact=found.fact, slot=Slot.STATEMENT),),
        lead=lead,
        form=context.search.question.request.form,
        why=context.why,
    )


def _has_others(best: ScoredFact, asked: Asked, context: RuleContext) -> bool:
    """Whether the fact or its examples have a noun of the question and all its words, but for the quality and
    for what only says that an amount is asked."""
    question = context.search.question
    others = [
        question.terms[at]
        for at in question.content_places
        if at not in asked.places and question.terms[at].word_class is WordClass.CONTENT
    ]
    wanted = [term for term in others if not _only_measures(term)]
    says = best.fact.says
    met = [
        match_level(term, best.parsed.text_keys) is not None or is_kind_of_named(term, says, context)
        for term in wanted
    ]
    return bool(wanted) and all(met) and any(term.morphology.first_pos == "NOUN" for term in wanted)


def _only_measures(term: Term) -> bool:
    return bool(units().keys() & set(term.morphology.lemmas))


def _most(best: ScoredFact, asked: Asked) -> str | None:
    values = [
        one
        for one in values_of(best.fact)
        if one.kind not in UNCOMPARED and asked.dimension.suits(best.fact.says, one) and not one.inside
    ]
    if len({(one.kind, one.unit) for one in values}) != 1:
        return None
    if len(values) == 1 and values[0].is_range:
        value = values[0]
        return counted_units(value.high if asked.dimension.above else value.low, value.unit, value.factor)
    return _ranked_most(best, values, asked)


def _ranked_most(best: ScoredFact, values: list[Value], asked: Asked) -> str | None:
    if len(values) < _LEAST or any(one.is_range for one in values):
        return None
    if values[0].kind is ValueKind.COUNT and len({one.nouns[:1] for one in values}) > 1:
        return None
    ranked = sorted(values, key=lambda one: one.low, reverse=asked.dimension.above)
    if ranked[0].low == ranked[1].low:
        return None
    return piece_of(best.fact.says, ranked[0])
