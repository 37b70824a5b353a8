"""Events told by their records: a line for each, or the one date or place that is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.decision.clause_result import ClauseResult
from knowledge.decision.records.record_answers import HeldTexts, telling
from knowledge.facts.model import Event, Fact
from knowledge.results import (
    Answer,
    AnswerForm,
    EventLine,
    EventsLead,
    Explanation,
    JointLead,
    Lead,
    Polarity,
    Shown,
    Slot,
    ValueLead,
    YesNoLead,
)


def told_events(
    events: Sequence[Event], form: AnswerForm, rule: str, why: Explanation, texts: HeldTexts
) -> ClauseResult:
    """The events in the order given, with the fact that tells of each; the clause asks of the first."""
    facts = dict.fromkeys(fact for event in events if (fact := _fact_on(event, texts)) is not None)
    result = Answer(
        rule=rule,
        confidence=0.85,
        shown=tuple(Shown(fact=fact, slot=Slot.STATEMENT) for fact in facts),
        form=form,
        lead=_lead(events, form),
        events=tuple(events),
        why=why,
    )
    asks = "где" if form is AnswerForm.WHERE else "когда"
    return ClauseResult(f"{asks} {events[0].title}", result, result.confidence)


def _lead(events: Sequence[Event], form: AnswerForm) -> Lead:
    """The date or place of one event where that is asked, «да», else a line for each, counted if asked."""
    if form is AnswerForm.YES_NO:
        return YesNoLead(polarity=Polarity.YES)
    value = {AnswerForm.WHEN: events[0].when, AnswerForm.WHERE: events[0].where}.get(form)
    if len(events) == 1 and value:
        return ValueLead(held=value)
    lines = EventsLead(
        lines=tuple(EventLine(title=one.title, when=one.when, where=one.where or "") for one in events)
    )
    if form is not AnswerForm.HOW_MANY:
        return lines
    return JointLead(leads=(ValueLead(held=str(len(events)), computed=True), lines))


def _fact_on(event: Event, texts: HeldTexts) -> Fact | None:
    """The fact that tells the event's date or place, else the first on it."""
    told = [one.fact for form in (AnswerForm.WHEN, AnswerForm.WHERE) for one in telling(event, form, texts)]
    about = (fact for fact in texts.base.facts if fact.about[:1] == (event.id,))
    return next(iter(told), None) or next(about, None)
