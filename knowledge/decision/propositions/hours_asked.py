"""«Во сколько начинает по средам?» of «ежедневно с 7:00 до 22:30»: the hours of a day not told by name."""

from __future__ import annotations

from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.leads.opening_hours import GROUPS, OPEN_THEN, hours_on
from knowledge.decision.propositions.open_statements import (
    NEAR,
    asked_time,
    open_states,
    telling_hours,
    tells_of_day,
    with_open,
)
from knowledge.facts.model import Fact
from knowledge.language.values import Value
from knowledge.results import Answer, AnswerForm, Shown, Slot, ValueLead
from knowledge.scoring.statement_wording import sentence, wording
from knowledge.understanding.question import Question

_FORMS = frozenset({AnswerForm.WHEN, AnswerForm.UNTIL})


def hours_of_asked_day(context: RuleContext, access: BaseAccess) -> Answer | None:
    """The hours of that day; None where no statement tells just one such span, or the day is off."""
    question = context.search.question
    then = asked_time(question, access) if _asks_hours(question) else None
    if then is None or then.day is None or then.minute is not None:
        return None
    states = frozenset(open_states(question)) | _edges(question)
    if not states:
        return None
    rest = with_open(question, then.places | states | set(question.asking_places), access)
    near = access.search(rest).facts[:NEAR]
    if any(tells_of_day(one, rest, then, access) for one in near):
        return None
    found = next(iter(telling_hours(rest, then, near, access)), None)
    if found is None or any(then.day in one.days and one.denied for one in found[1]):
        return None
    hours = hours_on(then.day, found[0].fact, found[1])
    return _answer(found[0].fact, hours[0], context) if len(hours) == 1 else None


def _asks_hours(question: Question) -> bool:
    request = question.request
    is_past = any(
        "past" in one.morphology.moods and one.morphology.first_pos == "VERB" for one in question.terms
    )
    return request.form in _FORMS and request.clock and not request.negated and not is_past


def _edges(question: Question) -> frozenset[int]:
    return frozenset(
        at for at, term in enumerate(question.terms) if not GROUPS["edge"].isdisjoint(term.morphology.lemmas)
    )


def _answer(fact: Fact, hours: Value, context: RuleContext) -> Answer | None:
    request = context.search.question.request
    if not hours.ends and request.form is AnswerForm.UNTIL:
        return None
    return Answer(
        rule=OPEN_THEN,
        confidence=0.85,
        shown=(Shown(fact=fact, slot=Slot.DATE),),
        form=request.form,
        lead=ValueLead(held=sentence(wording(fact, hours, request))),
        why=context.why,
    )
