"""Holds a stated value against the facts: the one that has the rest of the question has it, or another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.decision.context.asked_plan import asks_past
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.comparison import days_of
from knowledge.decision.context.event_records import event_of, record_date
from knowledge.decision.context.met_words import is_all_met, rest_is_met
from knowledge.decision.context.polarity import SURE_FROM, is_ahead, planned_lead
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.context.stated_values import Stated, states_more_than_person
from knowledge.decision.leads.name_leads import person_lead, place_lead
from knowledge.decision.leads.value_leads import value_lead
from knowledge.decision.propositions.record_propositions import CANCELLED, says_cancelled
from knowledge.language.values import Value, ValueKind
from knowledge.results import Answer, AnswerForm, Polarity, Shown, Slot, YesNoLead
from knowledge.scoring.searcher import ScoredFact
from knowledge.understanding.question import Question

ASKED_FROM = 0.35
"""The chance from which the fact that has the rest of the proposition is taken to be about it."""
_BEFORE_YES = (Polarity.NO, Polarity.UNTOLD, Polarity.COARSER, Polarity.OPEN, Polarity.SET)


@dataclass(frozen=True, slots=True)
class JudgedValue:
    """What one stated value comes to, by the fact that has the rest of the question."""

    fact: ScoredFact
    lead: YesNoLead
    chance: float


def is_ahead_of_question(answer: Answer, context: RuleContext) -> bool:
    """Whether the past is asked about, and the answer is of what was to come: another event may be meant."""
    record = record_date(answer.shown[0].fact, context.base)
    return record is not None and is_ahead(record, context.base) and asks_past(context.search.question)


def judge_value(
    one: Stated, stated: Sequence[Stated], rest: Question, context: RuleContext, access: BaseAccess
) -> list[JudgedValue]:
    """The value held against the fact that has the rest; that fact must not deny the other values."""
    search = access.search(rest)
    chance = access.probability(search)
    if not search.facts or chance < ASKED_FROM:
        return []
    found, question = search.facts[0], context.search.question
    lead = _lead(one, found, question, context, access)
    if lead is None or not rest_is_met(rest, found, access.index.side_keys, spoken=one.kind == "person"):
        return []
    if one.kind == "person" and lead.polarity is Polarity.NO and not is_all_met(rest, found):
        return []
    if one.kind == "place" and lead.polarity is Polarity.NO:
        timed = [other for other in stated if other.value is not None and other.value.kind is ValueKind.DATE]
        leads = [_lead(other, found, question, context, access) for other in timed]
        if any(each is None or each.polarity is not Polarity.YES for each in leads):
            return []  # where it was on another day does not deny it
    if lead.polarity is Polarity.YES:
        others = [_lead(other, found, question, context, access) for other in stated if other is not one]
        denied = next((each for each in others if each is not None and each.polarity is Polarity.NO), None)
        lead = denied or lead
    return [JudgedValue(found, lead, chance)]


def judge_directly(stated: Sequence[Stated], context: RuleContext, access: BaseAccess) -> Answer | None:
    """The nearest fact, where it has every word: each value of the question is held against its own."""
    best = context.best
    if best is None or not stated or context.probability < SURE_FROM or best.features.side_clash:
        return None
    question = context.search.question
    if not states_more_than_person(stated, question):
        return None
    if not rest_is_met(question, best, access.index.side_keys, spoken=True):
        return _denied_despite_verb(stated, best, context, access)
    leads = [_lead(one, best, question, context, access) for one in stated]
    held = [lead for lead in leads if lead is not None]
    if len(held) < len(leads):
        return None
    worst = next((lead for polarity in _BEFORE_YES for lead in held if lead.polarity is polarity), held[0])
    return value_answer(best, worst, context)


def _denied_despite_verb(
    stated: Sequence[Stated], best: ScoredFact, context: RuleContext, access: BaseAccess
) -> Answer | None:
    """«14 сентября ещё даром катают?»: another date denies it, whatever the verb."""
    question = context.search.question
    if not rest_is_met(question, best, access.index.side_keys, spoken=True, verbs=False):
        return None
    for one in stated:
        lead = _lead(one, best, question, context, access) if one.kind == "value" else None
        if lead is not None and lead.polarity is Polarity.NO:
            return value_answer(best, lead, context)
    return None


def value_answer(found: ScoredFact, lead: YesNoLead, context: RuleContext) -> Answer:
    event = event_of(found.fact, context.base)
    if event is not None and event.cancelled and not says_cancelled(context):
        lead = YesNoLead(polarity=Polarity.NO, held=CANCELLED)
    chance = 0.9 if lead.polarity in (Polarity.YES, Polarity.NO) else 0.8
    shown = (Shown(fact=found.fact, slot=Slot.YES_NO),)
    return Answer(
        rule="proposition", confidence=chance, shown=shown, form=AnswerForm.YES_NO, lead=lead, why=context.why
    )


def _lead(
    stated: Stated, found: ScoredFact, question: Question, context: RuleContext, access: BaseAccess
) -> YesNoLead | None:
    match stated.kind:
        case "place":
            lead = place_lead(stated, found, question, context, access)
        case "person":
            lead = person_lead(stated, found, question, context, access)
        case _:
            lead = value_lead(stated, found, question, context, access)
    if lead is None:
        return None
    if stated.value is not None and _is_past(stated.value, context):
        return lead
    planned = planned_lead(question, found.fact, context)
    return planned if planned is not None and lead.polarity is Polarity.YES else lead


def _is_past(value: Value, context: RuleContext) -> bool:
    """Whether a date was over when the source was published: what was then is not what is planned."""
    published = context.base.source.published
    days = days_of(value.dates, published.end.year) if value.kind is ValueKind.DATE else None
    return days is not None and published.first_day is not None and days.last < published.first_day
