"""Notes about time: whether a fact's date has passed or is ahead, and whether an event is cancelled."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.replies import dates
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Event, Fact, FactBase

PASSED = "Эта дата уже прошла; о том, состоялось ли событие, в базе сведений нет."
AHEAD = "Эта дата ещё впереди."
NOTHING_LATER = "Более поздних событий в базе нет."


def notes(fact: Fact, base: FactBase, known: EdtfDate, today: date) -> tuple[str, ...]:
    """Sentences to show after a fact. `known`: the day of the fact's source or last edit."""
    events = [base.event_by_id[event] for event in fact.about if event in base.event_by_id]
    cancelled = [event for event in events if event.cancelled]
    if cancelled:
        return tuple(f"Событие «{event.title}» отменено." for event in cancelled)
    if _was_ahead(fact.when, known):
        assert fact.when is not None
        return (*_passed_or_ahead(fact.when, today), *_later_events(fact.when, events, base, today))
    return tuple(_event_notes(events, base, known, today))


def _event_notes(events: list[Event], base: FactBase, known: EdtfDate, today: date) -> Iterator[str]:
    """For an undated or past fact about an event that was ahead then: the event's date and what follows."""
    for event in events:
        if event.when is not None and _was_ahead(event.when, known):
            yield f"{event.title}: {dates.full(event.when)}."
            yield from _passed_or_ahead(event.when, today)
            yield from _later_events(event.when, [event], base, today)


def _was_ahead(when: EdtfDate | None, known: EdtfDate) -> bool:
    return when is not None and when.first_day is not None and when.first_day > known.last_day


def _passed_or_ahead(when: EdtfDate, today: date) -> Iterator[str]:
    if when.has_passed(today):
        yield PASSED
    elif when.first_day is not None and when.first_day > today:
        yield AHEAD


def _later_events(when: EdtfDate, events: list[Event], base: FactBase, today: date) -> Iterator[str]:
    """The next events of the chain, given only if the date has passed."""
    if not events or not when.has_passed(today):
        return
    following = [later for event in events for later in base.followers(event.id)]
    if not following:
        yield NOTHING_LATER
    for later in following:
        moment = f", {dates.full(later.when)}" if later.when else ""
        yield f"Следующее событие в базе: «{later.title}»{moment}."
