"""The events before or after another one, by their chain and dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Event, FactBase


def earlier_events(event: Event, base: FactBase) -> list[Event]:
    """The events before one, the nearest first."""
    found = [one for one in _held(base) if one != event and _is_before(one, event, base)]
    return sorted(found, key=lambda one: _nearness(one, event), reverse=True)


def later_events(event: Event, base: FactBase) -> list[Event]:
    """The events after one, the nearest first: what follows it in its chain before all others."""
    found = [one for one in _held(base) if one != event and _is_before(event, one, base)]
    return sorted(found, key=lambda one: (one.follows != event.id, *by_date(one)))


def _held(base: FactBase) -> Sequence[Event]:
    return [event for event in base.events if not event.cancelled]


def _nearness(one: Event, event: Event) -> tuple[bool, date, date]:
    """What the event itself follows is the nearest before it."""
    return (event.follows == one.id, *by_date(one))


def by_date(event: Event) -> tuple[date, date]:
    """The place of an event among others: its last day, then its first."""
    when = event.when
    return (date.max, date.max) if when is None else (when.last_day, when.first_day or date.min)


def _is_before(one: Event, other: Event, base: FactBase) -> bool:
    """Whether a chain or dates put one event before another; «не позднее 1 декабря» is before that day."""
    if _follows(other, one, base):
        return True
    if one.when is None or other.when is None or _follows(one, other, base):
        return False
    return _ends_before(one.when, other.when)


def _ends_before(one: EdtfDate, other: EdtfDate) -> bool:
    if other.first_day is None:
        return one.last_day < other.last_day
    return one.last_day < other.first_day or (one.start is None and one.last_day == other.first_day)


def _follows(event: Event, one: Event, base: FactBase) -> bool:
    """Whether an event comes after another in their chain."""
    seen = {event.id}
    while event.follows is not None and event.follows not in seen and event.follows in base.event_by_id:
        event = base.event_by_id[event.follows]
        if event.id == one.id:
            return True
        seen.add(event.id)
    return False
