"""Questions of yes or no: what they state is held against what the base has.

Each value that the question states (a date, a number, a place, a person) is taken out and asked for; the
fact that answers holds the same value, another one, or a less exact one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.decision.event_records import event_of, record_date
from knowledge.decision.met_words import is_all_met, rest_is_met
from knowledge.decision.name_leads import person_lead, place_lead
from knowledge.decision.polarity import SURE_FROM, asks_past, is_ahead, planned_lead
from knowledge.decision.post_propositions import names_known_post, post_lead
from knowledge.decision.presence_propositions import presence_answer
from knowledge.decision.record_propositions import (
    CANCELLED,
    planned_answer,
    post_answer,
    record_answer,
    says_cancelled,
)
from knowledge.decision.rule_context import RuleContext
from knowledge.decision.stated_amounts import amounts_lead, stated_amounts
from knowledge.decision.stated_values import Stated, stated_values, states_more_than_person, without_value
from knowledge.decision.tools import Tools
from knowledge.decision.value_leads import value_lead
from knowledge.language.lexicon import Term
from knowledge.language.values import ValueKind
from knowledge.language.word_class import WordClass
from knowledge.results import Answer, AnswerForm, Lead, Polarity, Result, Shown, Slot, YesNoLead
from knowledge.scoring.searcher import ScoredFact
from knowledge.understanding.denials import denied_places, differ_in_denial
from knowledge.understanding.question import Question

ASKED_FROM = 0.35
"""The chance from which the fact that has the rest of the proposition is taken to be about it."""
_NEAR = 5
"""A fact among so many nearest ones may hold what another denies."""
_OTHER_FROM = 0.7
"""The chance from which another fact is taken to say who did what is asked."""
_VERBS = frozenset({"VERB", "INFN", "PRTS"})
_BEFORE_YES = (Polarity.NO, Polarity.COARSER, Polarity.OPEN, Polarity.SET)


@dataclass(frozen=True, slots=True)
class _Judged:
    """What one stated value comes to, by the fact that has the rest of the question."""

    fact: ScoredFact
    lead: YesNoLead
    chance: float


def judge(context: RuleContext, tools: Tools) -> Result | None:
    """The answer to a proposition, None where the common rules should judge it."""
    answer = _judge_affirmed(context, tools)
    if answer is not None:
        answer = _with_every_amount(answer, context, tools)
    if answer is None or not _is_turned(answer, context, tools):
        return answer
    return replace(answer, lead=_turned(answer.lead))


def _with_every_amount(answer: Answer, context: RuleContext, tools: Tools) -> Answer | None:
    """The answer, if no amount speaks against it: «с июня ставка 5,9?» is not held by the date alone.

    «Нет» is not said where another fact near has every word and every amount.
    """
    question, lead = context.search.question, answer.lead
    amounts = [one for one in stated_amounts(question) if one.kind not in (ValueKind.DATE, ValueKind.WEEKDAY)]
    if not amounts or not answer.shown or not isinstance(lead, YesNoLead):
        return answer
    shown = next((one for one in context.search.facts if one.fact == answer.shown[0].fact), None)
    if lead.polarity is Polarity.YES:
        own = amounts_lead(shown, question, context, tools) if shown is not None else lead
        bare = any(one.kind is ValueKind.NUMBER for one in amounts)
        return (None if bare else answer) if own is None else replace(answer, lead=own)
    if lead.polarity is Polarity.NO:
        for other in context.search.facts[:_NEAR]:
            own = amounts_lead(other, question, context, tools) if other is not shown else None
            met = own is not None and rest_is_met(question, other, tools.index.side_keys)
            if own is not None and met and own.polarity is Polarity.YES:
                return _answer(other, own, context)
    return answer


def _is_turned(answer: Answer, context: RuleContext, tools: Tools) -> bool:
    """Whether the question denies what the fact states, or states what the fact denies."""
    question = context.search.question
    if answer.rule == "event-record" or not answer.shown:
        return bool(question.request.negated)
    says = tools.lexicon.read(answer.shown[0].fact.says)
    if differ_in_denial(question.terms, says) or _denies_presence(question, says):
        return True
    said = {key for term in says for key, _ in term.keys}
    denied = [question.terms[at] for at in question.request.negated]
    return bool(denied) and not any(key in said for term in denied for key, _ in term.keys)


def _denies_presence(question: Question, says: Sequence[Term]) -> bool:
    """«Линч была на открытии?» of «на открытие не приехала»: no verb of its own, the fact denies its."""
    acts = any(
        term.morphology.first_pos in _VERBS and term.word_class is WordClass.CONTENT
        for term in question.terms
    )
    denied = (says[at].morphology.first_pos in _VERBS for at in denied_places(says))
    return not acts and not question.request.negated and any(denied) and _names_person(question)


def _names_person(question: Question) -> bool:
    return any(term.morphology.animate or term.is_name for term in question.terms)


def _turned(lead: Lead | None) -> Lead | None:
    """The lead of the negated proposition from that of the affirmed one."""
    if not isinstance(lead, YesNoLead) or lead.polarity not in (Polarity.YES, Polarity.NO):
        return lead
    other = Polarity.NO if lead.polarity is Polarity.YES else Polarity.YES
    return replace(lead, polarity=other, denying=True)


def _judge_affirmed(context: RuleContext, tools: Tools) -> Answer | None:
    """The answer as if the question denied nothing."""
    question = context.search.question
    stated = list(stated_values(question, tools))
    if not question.request.predicate and not question.request.tagged and _states_alone(question, stated):
        return None
    post = post_lead(question, stated, tools)
    if post is not None:
        return post_answer(*post, context, tools)
    if names_known_post(question, tools):
        return None
    recorded = planned_answer(stated, context, tools) or _recorded(stated, context, tools)
    if recorded is not None:
        return recorded
    direct = _directly(stated, context, tools)
    if direct is not None and not _is_ahead_of_question(direct, context):
        return _of_another_fact(stated, direct, context, tools) or direct
    judged: list[_Judged] = []
    for one in reversed(stated):
        rest = without_value(question, one)
        recorded = record_answer(one, rest, context, tools)
        if recorded is not None:
            return recorded
        if rest is not None:
            judged += _judge_value(one, stated, rest, context, tools)
    likeliest = max(judged, key=lambda each: each.chance, default=None)
    if likeliest is None or (direct is not None and likeliest.lead.polarity is not Polarity.NO):
        return direct
    return _answer(likeliest.fact, likeliest.lead, context)


def _recorded(stated: Sequence[Stated], context: RuleContext, tools: Tools) -> Answer | None:
    """A date or a person alone beside an event: a fact of another day about it does not tell its date."""
    if len(stated) != 1:
        return None
    rest = without_value(context.search.question, stated[0])
    return record_answer(stated[0], rest, context, tools) or presence_answer(stated[0], rest, context, tools)


def _states_alone(question: Question, stated: Sequence[Stated]) -> bool:
    """«А Линч?»: nothing is named but the value, so nothing is stated of it."""
    places = frozenset().union(*(one.places for one in stated))
    return bool(stated) and all(
        at in places or question.terms[at].word_class is not WordClass.CONTENT
        for at in question.content_places
    )


def _of_another_fact(
    stated: Sequence[Stated], direct: Answer, context: RuleContext, tools: Tools
) -> Answer | None:
    """Where a person is stated, and another fact has the rest more surely but not the person: who did it is
    another. «Ахмеров победил?» of facts on who won and on Akhmerov's second place."""
    if not isinstance(direct.lead, YesNoLead) or direct.lead.polarity is not Polarity.YES:
        return None
    for one in stated:
        rest = without_value(context.search.question, one) if one.kind == "person" else None
        if rest is None:
            continue
        judged = _judge_value(one, stated, rest, context, tools)
        if judged and judged[0].chance >= _OTHER_FROM and judged[0].fact.fact != direct.shown[0].fact:
            lead = judged[0].lead
            if lead.polarity in (Polarity.NO, Polarity.SET):
                return _answer(judged[0].fact, lead, context)
    return None


def _is_ahead_of_question(answer: Answer, context: RuleContext) -> bool:
    """Whether the past is asked about, and the answer is of what was to come: another event may be meant."""
    record = record_date(answer.shown[0].fact, context.base)
    return record is not None and is_ahead(record, context.base) and asks_past(context.search.question)


def _judge_value(
    one: Stated, stated: Sequence[Stated], rest: Question, context: RuleContext, tools: Tools
) -> list[_Judged]:
    """The value held against the fact that has the rest; that fact must not deny the other values."""
    search = tools.search(rest)
    chance = tools.probability(search)
    if not search.facts or chance < ASKED_FROM:
        return []
    found, question = search.facts[0], context.search.question
    lead = _lead(one, found, question, context, tools)
    if lead is None or not rest_is_met(rest, found, tools.index.side_keys, spoken=one.kind == "person"):
        return []
    if one.kind == "person" and lead.polarity is Polarity.NO and not is_all_met(rest, found):
        return []
    if lead.polarity is Polarity.YES:
        others = [_lead(other, found, question, context, tools) for other in stated if other is not one]
        denied = next((each for each in others if each is not None and each.polarity is Polarity.NO), None)
        lead = denied or lead
    return [_Judged(found, lead, chance)]


def _directly(stated: Sequence[Stated], context: RuleContext, tools: Tools) -> Answer | None:
    """The nearest fact, where it has every word: each value of the question is held against its own."""
    best = context.best
    if best is None or not stated or context.probability < SURE_FROM or best.features.side_clash:
        return None
    question = context.search.question
    if not states_more_than_person(stated, question):
        return None
    if not rest_is_met(question, best, tools.index.side_keys, spoken=True):
        return _denied_despite_verb(stated, best, context, tools)
    leads = [_lead(one, best, question, context, tools) for one in stated]
    held = [lead for lead in leads if lead is not None]
    if len(held) < len(leads):
        return None
    worst = next((lead for polarity in _BEFORE_YES for lead in held if lead.polarity is polarity), held[0])
    return _answer(best, worst, context)


def _denied_despite_verb(
    stated: Sequence[Stated], best: ScoredFact, context: RuleContext, tools: Tools
) -> Answer | None:
    """«14 сентября ещё даром катают?»: another date denies it, whatever the verb."""
    question = context.search.question
    if not rest_is_met(question, best, tools.index.side_keys, spoken=True, verbs=False):
        return None
    for one in stated:
        lead = _lead(one, best, question, context, tools) if one.kind == "value" else None
        if lead is not None and lead.polarity is Polarity.NO:
            return _answer(best, lead, context)
    return None


def _answer(found: ScoredFact, lead: YesNoLead, context: RuleContext) -> Answer:
    event = event_of(found.fact, context.base)
    if event is not None and event.cancelled and not says_cancelled(context):
        lead = YesNoLead(polarity=Polarity.NO, held=CANCELLED)
    chance = 0.9 if lead.polarity in (Polarity.YES, Polarity.NO) else 0.8
    shown = (Shown(fact=found.fact, slot=Slot.YES_NO),)
    return Answer(
        rule="proposition", confidence=chance, shown=shown, form=AnswerForm.YES_NO, lead=lead, why=context.why
    )


def _lead(
    stated: Stated, found: ScoredFact, question: Question, context: RuleContext, tools: Tools
) -> YesNoLead | None:
    match stated.kind:
        case "place":
            lead = place_lead(stated, found, question, context, tools)
        case "person":
            lead = person_lead(stated, found, question, context, tools)
        case _:
            lead = value_lead(stated, found, question, context, tools)
    if lead is None:
        return None
    planned = planned_lead(question, found.fact, context)
    return planned if planned is not None and lead.polarity is Polarity.YES else lead
