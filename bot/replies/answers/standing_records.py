"""What the records of events say now, beside statements that were made before: called off, or moved."""

from __future__ import annotations

from collections.abc import Sequence

from bot.replies import dates
from bot.replies.answers import leads
from bot.replies.answers.event_changes import CANCELLED
from knowledge.decision.context.event_records import (
    event_of,
    has_date_of_record,
    is_superseded,
    tells_cancelled,
)
from knowledge.facts.model import Event, Fact, FactBase
from knowledge.results import Answer, DigestLead, SpanLead, ValueLead, YesNoLead

_OFF = "Отменено: {title}."
_NOW = "Теперь: {record}."
_PLANNED = "По прежнему плану: {value}."
_STEM = 4
"""So many letters of a place stand in any of its forms."""
_TIMELESS = ("between", "lasting")
"""Lengths that do not count from today."""


def first_line(answer: Answer, base: FactBase, lead: str) -> str:
    """The first line after what is off; the record of the event where a stale statement stands alone."""
    off = _called_off(answer, base)
    if off and CANCELLED not in lead.casefold():
        lines = (*(_OFF.format(title=event.title) for event in off), _as_planned(answer, lead))
        return "\n".join(filter(None, lines))
    facts = {one.fact for one in answer.shown}
    if lead or len(facts) != 1:
        return lead
    fact = facts.pop()
    event = event_of(fact, base)
    return of_event(event) if event is not None and is_superseded(fact, base) else lead


def of_event(event: Event) -> str:
    """An event by its record, where no fact tells of it."""
    about = _record(event)
    return f"{event.title}: {about}." if about else f"{event.title}."


def before(fact: Fact, base: FactBase, shown: str) -> str:
    """That the events of a statement were called off, unless it or the text `shown` above says so."""
    off = (base.event_by_id[one] for one in fact.about if one in base.event_by_id)
    lines = (_OFF.format(title=event.title) for event in off if event.cancelled)
    return "" if CANCELLED in shown.casefold() else " ".join(lines)


def after(fact: Fact, base: FactBase, shown: str) -> str:
    """The place and date that hold now, after a statement that they are not those of; empty where `shown` has
    them."""
    event = event_of(fact, base)
    if event is None or event.cancelled or not is_superseded(fact, base):
        return ""
    held = {event.where if (event.where or "")[:_STEM].casefold() in fact.says.casefold() else None}
    if event.when is not None and has_date_of_record(fact, event):
        held.add(dates.short(event.when))
    untold = [one for one in _parts(event) if one not in held and one.casefold() not in shown.casefold()]
    return _NOW.format(record=", ".join(untold)) if untold else ""


def _called_off(answer: Answer, base: FactBase) -> list[Event]:
    """The events of the whole answer that were called off, unless the statement itself says so."""
    facts = list(dict.fromkeys(one.fact for one in answer.shown))
    events = list(answer.events)
    if len(facts) == 1:
        events += filter(None, [event_of(facts[0], base)])
        says = tells_cancelled(facts[0]) and not isinstance(answer.lead, (ValueLead, SpanLead))
        if says:
            return []
    return [event for event in dict.fromkeys(events) if event.cancelled]


def _as_planned(answer: Answer, lead: str) -> str:
    """What is told of an event that was called off: a value as one that was planned, no time until it."""
    match answer.lead:
        case ValueLead(missing="", computed=False, held=held):
            return _PLANNED.format(value=leads.held(held).rstrip("."))
        case DigestLead(event=event) if event is not None and event.cancelled:
            return _PLANNED.format(value=_record(event)) if _record(event) else ""
        case SpanLead(span=span):
            return lead if span in _TIMELESS else ""
        case YesNoLead(held=held):
            return lead if held is not None else ""
    return lead


def _record(event: Event) -> str:
    return ", ".join(_parts(event))


def _parts(event: Event) -> Sequence[str]:
    return [*filter(None, (event.where or "", dates.short(event.when) if event.when else ""))]
