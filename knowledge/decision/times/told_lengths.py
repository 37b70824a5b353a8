"""How long by the times that a statement names: from first day to last, from hour to hour, until its day."""

from __future__ import annotations

from dataclasses import replace

from knowledge.decision.context.base_access import BaseAccess
from knowledge.decision.context.event_edges import awaited_edge
from knowledge.decision.context.rule_context import RuleContext
from knowledge.decision.times.dated_things import Dated, fact_date
from knowledge.decision.times.event_lengths import asks_hours, counted_days, has_both_days
from knowledge.decision.times.time_answers import dated_answer, is_told
from knowledge.decision.times.time_spans import span_between
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Fact
from knowledge.language.values import Value, ValueKind
from knowledge.language.values.tables import units
from knowledge.results import Answer, ExtremeLead
from knowledge.scoring.counted_units import counted_units
from knowledge.scoring.statement_values import values_of
from knowledge.understanding.question import Question
from knowledge.understanding.request import Span

_HOUR, _MINUTE = 60, 1
_PAIR = 2


def told_length(answer: Answer, context: RuleContext, access: BaseAccess) -> Answer:
    """The answer with a length counted from its statement, where that gives none itself."""
    question = context.search.question
    if not answer.shown or len(answer.shown) > 1 or answer.lead is not None or question.request.negated:
        return answer
    fact = answer.shown[0].fact
    if any(value.kind is ValueKind.DURATION for value in values_of(fact)):
        return answer
    match question.request.span:
        case Span.LASTING:
            return _lasted(answer, fact, context, access)
        case Span.UNTIL:
            return _until(fact, context, access) or answer
    return answer


def _lasted(answer: Answer, fact: Fact, context: RuleContext, access: BaseAccess) -> Answer:
    question = context.search.question
    if asks_hours(question):
        told = _between_clocks([one for one in values_of(fact) if one.kind is ValueKind.CLOCK], question)
        return (
            answer
            if told is None
            else Answer(
                rule=answer.rule,
                confidence=answer.confidence,
                shown=answer.shown,
                form=answer.form,
                lead=ExtremeLead(text=told, computed=True),
                why=answer.why,
            )
        )
    when = fact_date(fact, access.base)
    if when is None or not has_both_days(when):
        return _with_hours(answer, fact) if when is None else answer
    thing = Dated(title=fact.says.rstrip("."), when=when, fact=fact)
    return dated_answer(context, counted_days(when, context), (thing,), (when,))


def _with_hours(answer: Answer, fact: Fact) -> Answer:
    """«Сколько длится» of what lasts from hour to hour: in minutes unless it is whole hours."""
    clocks = [one for one in values_of(fact) if one.kind is ValueKind.CLOCK]
    if len(clocks) != 1 or not clocks[0].is_range:
        return answer
    minutes = clocks[0].high - clocks[0].low
    factor = _HOUR * 60.0 if minutes % _HOUR == 0 else 60.0
    told = counted_units(minutes * 60, "second", factor)
    return answer if told is None else replace(answer, lead=ExtremeLead(text=told, computed=True))


def _between_clocks(clocks: list[Value], question: Question) -> str | None:
    """«12 часов» of «с 10:00 до 22:00», «25 минут» of «начали в 08:55, кончили в 09:20»."""
    if len(clocks) == 1 and clocks[0].is_range:
        minutes = clocks[0].high - clocks[0].low
    elif len(clocks) == _PAIR and not any(one.is_range for one in clocks):
        minutes = abs(clocks[1].low - clocks[0].low)
    else:
        return None
    place = question.counted_place
    lemmas = question.terms[place].morphology.lemmas if place is not None else ()
    factor = next((units()[one].factor for one in lemmas if one in units()), _HOUR * 60.0)
    return counted_units(minutes * 60, "second", factor) if minutes > 0 else None


def _until(fact: Fact, context: RuleContext, access: BaseAccess) -> Answer | None:
    when = fact_date(fact, access.base)
    if when is None or when.first_day is None or when.first_day <= access.today or is_told(context):
        return None
    today = EdtfDate.parse(access.today.isoformat())
    thing = Dated(title=fact.says.rstrip("."), when=when, fact=fact)
    when = awaited_edge(when, context.search.question)
    return dated_answer(context, span_between("until", today, when, context), (thing,), (when,))
