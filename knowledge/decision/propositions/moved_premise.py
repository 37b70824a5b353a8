"""«Когда встретятся в Пекине?» of an event that was moved to another place: that comes before the date."""

from __future__ import annotations

from dataclasses import replace

from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.comparison import Match, compare_dates
from knowledge.decision.context.event_records import event_of, is_superseded
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.context.stated_values import Stated, given_words, stated_values
from knowledge.decision.propositions.place_propositions import is_there
from knowledge.facts.model import Event
from knowledge.language.values import ValueKind
from knowledge.results import Answer, AnswerForm, JointLead, Polarity, Result, ValueLead, YesNoLead
from knowledge.understanding.question import Question


def with_moved_premise(result: Result, context: RuleContext, access: BaseAccess) -> Result:
    """The result; «нет» with what holds now before its value, where the question has what no longer does."""
    question = context.search.question
    if not isinstance(result, Answer) or not isinstance(result.lead, ValueLead) or not result.shown:
        return result
    if question.request.form not in (AnswerForm.WHEN, AnswerForm.WHERE):
        return result
    fact = result.shown[0].fact
    event = event_of(fact, access.base)
    if event is None or event.cancelled or not is_superseded(fact, access.base):
        return result
    leads = (_other(one, event, question, access) for one in stated_values(question, access))
    other = next((one for one in leads if one is not None), None)
    return result if other is None else replace(result, lead=JointLead(leads=(other, result.lead)))


def _other(one: Stated, event: Event, question: Question, access: BaseAccess) -> YesNoLead | None:
    at = min(one.places)
    if one.kind == "place" and event.where is not None and at:
        there = is_there(event, question.terms[at], access)
        given = f"{question.terms[at - 1].word} {given_words(question, one.places)}"
        return None if there else YesNoLead(polarity=Polarity.NO, held=event.where, given=given)
    if one.value is None or one.value.kind is not ValueKind.DATE or event.when is None:
        return None
    match = compare_dates(one.value, event.when, [], access.base.source.published.end.year)
    return YesNoLead(polarity=Polarity.NO, held=event.when) if match is Match.OTHER else None
