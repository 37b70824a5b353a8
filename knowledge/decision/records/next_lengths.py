"""«Сколько длилась забастовка?» is not answered by the length of one that is yet to come."""

from __future__ import annotations

from dataclasses import replace

from knowledge.decision.context.asked_plan import asks_past
from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.event_records import event_of
from knowledge.decision.context.polarity import is_ahead
from knowledge.decision.context.rule_context import RuleContext, refuse
from knowledge.decision.refusals.refusal_details import complete_refusal
from knowledge.decision.times.event_lengths import days_lasted, named_alone
from knowledge.results import Answer, Reason, Result
from knowledge.understanding.request import Span


def unless_of_next_event(result: Result, context: RuleContext, access: BaseAccess) -> Result:
    """The result; «сколько длилась забастовка» is not answered by the length of one that is yet to come."""
    question = context.search.question
    if not isinstance(result, Answer) or not result.shown or question.request.span is not Span.LASTING:
        return result
    event, about = named_alone(context, access), event_of(result.shown[0].fact, access.base)
    if event is None or about is None or event == about or not asks_past(question):
        return result
    is_next = about.when is not None and is_ahead(about.when, access.base)
    if not is_next or event.when is None or is_ahead(event.when, access.base):
        return result
    own = days_lasted(context, access)
    refusal = replace(refuse(context, "not-told", Reason.NO_SUCH_SLOT, 0.8), form=result.form)
    return own or complete_refusal(refusal, context, access)
