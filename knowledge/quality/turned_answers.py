"""Whether the first line of an answer is turned by an edit: «Да» into «Нет», or a value into none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from knowledge.facts.dates import EdtfDate
from knowledge.results import (
    Answer,
    ChangeLead,
    DigestLead,
    JointLead,
    Lead,
    Polarity,
    ValueLead,
    YesNoLead,
)

_VALUE = "value"


def is_turned(before: Answer, after: Answer, today: date) -> bool:
    """It said yes, no, or a value of what is asked, and says so no more. Another value is no turn."""
    old, new = stance(before, today), stance(after, today)
    return (bool(old) and old != new) or _loses_precision(before, after)


def stance(answer: Answer, today: date) -> str:
    """What the first line says, as a code without its value; empty where the statement stands alone."""
    return ",".join(filter(None, (_stance(one, today) for one in _leads(answer.lead))))


def _stance(lead: Lead, today: date) -> str:
    match lead:
        case YesNoLead(polarity=Polarity.PLANNED, held=held):
            # «Ещё нет», or that nothing is known of it since.
            return f"{Polarity.PLANNED}-{'ahead' if _is_ahead(held, today) else 'since'}"
        case YesNoLead(polarity=polarity):
            return polarity.value
        case ChangeLead(event=event, before=moved):
            return "cancelled" if event.cancelled else "held" if moved is None else "moved"
        case DigestLead():
            return ""
    return _VALUE


def _leads(lead: Lead | None) -> Iterator[Lead]:
    if isinstance(lead, JointLead):
        yield from lead.leads
    elif lead is not None:
        yield lead


def _loses_precision(before: Answer, after: Answer) -> bool:
    """A day or clock time was told that is now said to be unknown."""
    old, new = before.lead, after.lead
    return (
        isinstance(old, ValueLead)
        and isinstance(new, ValueLead)
        and bool(new.missing)
        and new.missing != old.missing
    )


def _is_ahead(value: object, today: date) -> bool:
    return isinstance(value, EdtfDate) and value.start is not None and today < value.start.first_day
