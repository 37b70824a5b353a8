"""«Съезд был в среду, 2 декабря?»: a date with its weekday, of which both must hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.context.stated_values import Stated, without_value
from knowledge.decision.propositions.record_propositions import record_answer
from knowledge.language.values import ValueKind
from knowledge.results import Answer, Polarity, YesNoLead

_BOTH = frozenset({ValueKind.WEEKDAY, ValueKind.DATE})


def is_dated_weekday(stated: Sequence[Stated]) -> bool:
    return len(stated) == len(_BOTH) and {one.value.kind for one in stated if one.value is not None} == _BOTH


def dated_weekday_answer(stated: Sequence[Stated], context: RuleContext, access: BaseAccess) -> Answer | None:
    """The answer by the event's record; no where the date holds and the weekday does not."""
    kinds = {one.value.kind: one for one in stated if one.value is not None}
    day, date = kinds[ValueKind.WEEKDAY], kinds[ValueKind.DATE]
    rest = without_value(context.search.question, day)
    answer = record_answer(date, without_value(rest, date) if rest is not None else None, context, access)
    lead = answer.lead if answer is not None else None
    if answer is None or not isinstance(lead, YesNoLead) or lead.polarity is not Polarity.YES:
        return answer
    when = answer.events[0].when
    first = when.first_day if when is not None else None
    holds = first is None or day.value is None or first.weekday() == day.value.low
    return answer if holds else replace(answer, lead=replace(lead, polarity=Polarity.NO, held=when))
