"""«Во сколько закончилась?» of «с 5:00 до 17:00»: the hours of a range are its beginning and its end."""

from __future__ import annotations

from dataclasses import replace

from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.event_edges import BEGINNING, ENDING
from knowledge.decision.context.met_words import rest_is_met
from knowledge.decision.context.polarity import SURE_FROM
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.context.stated_values import Stated
from knowledge.decision.leads.value_leads import value_lead
from knowledge.decision.records.record_answers import named_event
from knowledge.language.semantic_classes import BEGINNINGS
from knowledge.language.values import Value, ValueKind
from knowledge.results import Answer, AnswerForm, Lead, Shown, Slot, ValueLead
from knowledge.scoring.searcher import ScoredFact
from knowledge.scoring.statement_values import values_of
from knowledge.scoring.statement_wording import sentence
from knowledge.understanding.question import Question

_NEAR = 3
_VERBS = frozenset({"VERB", "PRTS"})


def end_of_hours(context: RuleContext, access: BaseAccess) -> Answer | None:
    """The hour, or «да» or «нет» to one, by the fact that has the rest and one range of hours."""
    question = context.search.question
    form = question.request.form
    stated = [one for one in question.request.values if one.kind is ValueKind.CLOCK]
    asks = form is AnswerForm.WHEN and question.request.clock
    if question.request.negated or not (asks or (form is AnswerForm.YES_NO and len(stated) == 1)):
        return None
    edges = [at for at in question.content_places if _edge(question, at) is not None]
    if len(edges) != 1:
        return None
    rest = _without(question, {edges[0]}, stated)
    found = _telling(rest, access)
    if found is None:
        return None
    edge = _edge(question, edges[0])
    assert edge is not None
    lead = _lead(_hours(found)[0], edge, stated, found, context, access)
    if lead is None:
        return None
    slot = Slot.YES_NO if form is AnswerForm.YES_NO else Slot.DATE
    shown = (Shown(fact=found.fact, slot=slot),)
    return Answer(rule="end-of-hours", confidence=0.8, shown=shown, form=form, lead=lead, why=context.why)


def _telling(rest: Question, access: BaseAccess) -> ScoredFact | None:
    """The nearest fact, or one near on the event that is named, if it has the rest and one range of hours."""
    if not rest.content_places:
        return None
    search, event = access.search(rest), named_event(rest, access.resolver)
    is_sure = bool(search.facts) and access.probability(search) >= SURE_FROM
    for at, found in enumerate(search.facts[:_NEAR]):
        is_meant = is_sure and at == 0 if event is None else event.id in found.fact.about
        if is_meant and rest_is_met(rest, found, access.index.side_keys) and _hours(found):
            return found
    return None


def _hours(found: ScoredFact) -> list[Value]:
    """The only hours of a statement, if they are a range."""
    hours = [one for one in values_of(found.fact) if one.kind is ValueKind.CLOCK]
    return hours if len(hours) == 1 and hours[0].ends else []


def _edge(question: Question, at: int) -> int | None:
    """0 for a verb of beginning, 1 for one of ending."""
    term = question.terms[at]
    if term.morphology.first_pos not in _VERBS:
        return None
    lemmas = set(term.morphology.lemmas)
    if lemmas & ENDING:
        return 1
    return 0 if lemmas & (BEGINNING | BEGINNINGS) else None


def _without(question: Question, places: set[int], values: list[Value]) -> Question:
    def is_value(at: int) -> bool:
        return any(one.start <= question.terms[at].token.start < one.end for one in values)

    left = tuple(at for at in question.content_places if at not in places and not is_value(at))
    return replace(question, content_places=left)


def _lead(
    hours: Value, edge: int, stated: list[Value], found: ScoredFact, context: RuleContext, access: BaseAccess
) -> Lead | None:
    question = context.search.question
    if stated:
        places = frozenset(
            at
            for at, term in enumerate(question.terms)
            if stated[0].start <= term.token.start < stated[0].end
        )
        return value_lead(Stated(places, Slot.DATE, stated[0]), found, question, context, access)
    start, end = hours.ends[edge]
    return ValueLead(held=sentence(found.fact.says[start:end].strip(" .")))
