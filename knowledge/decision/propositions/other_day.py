"""«Что запланировано на октябрь?» is not answered by what is to be in June."""

from __future__ import annotations

from dataclasses import replace

from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.comparison import Match, compare_dates
from knowledge.decision.context.event_records import record_date
from knowledge.decision.context.rule_context import RuleContext, raw_text, refuse
from knowledge.decision.propositions.events_there import events_there
from knowledge.decision.refusals.refusal_details import complete_refusal
from knowledge.facts.model import Fact
from knowledge.language.values import Value, ValueKind
from knowledge.results import Answer, AnswerForm, Reason, Result
from knowledge.scoring.statement_values import values_of

_FORMS = (AnswerForm.WHAT, AnswerForm.LIST)


def unless_other_day(result: Result, context: RuleContext, access: BaseAccess) -> Result:
    """The result; where what was, or is to be, on a stated day or month is asked for and the first fact is
    surely of another one, the event of that day, else a refusal."""
    question = context.search.question
    stated = [one for one in question.request.values if one.kind is ValueKind.DATE]
    if (
        not isinstance(result, Answer)
        or not result.shown
        or question.request.form not in _FORMS
        or len(stated) != 1
    ):
        return result
    fact = result.shown[0].fact
    if not _is_of_other_day(stated[0], fact, access):
        return result
    places = [
        at for at, term in enumerate(question.terms) if stated[0].start <= term.token.start < stated[0].end
    ]
    named = (raw_text(context, places[0], places[-1]),) if places else ()
    refusal = refuse(context, "other-date", Reason.NO_SUCH_NUMBER, 0.8, named)
    held = events_there(context, access)
    return held or complete_refusal(replace(refusal, form=question.request.form), context, access)


def _is_of_other_day(stated: Value, fact: Fact, access: BaseAccess) -> bool:
    own = [value for value in values_of(fact) if value.kind is ValueKind.DATE]
    record = record_date(fact, access.base)
    year = access.base.source.published.end.year
    return compare_dates(stated, record, own, year) is Match.OTHER
