"""What the calendar adds to a fact: its date has passed, is still ahead, or was called off."""

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
    """Sentences to set after a fact, as of the day `today`; `known` is the day the fact speaks from."""
    events = [base.event_by_id[event] for event in fact.about if event in base.event_by_id]
    cancelled = [event for event in events if event.cancelled]
    if cancelled:
        return tuple(f"Событие «{event.title}» отменено." for event in cancelled)
    if _was_ahead(fact.when, known):
        assert fact.when is not None
        return (*_moment(fact.when, today), *_later(fact.when, events, base, today))
    return tuple(_of_events(events, base, known, today))


def _of_events(events: list[Event], base: FactBase, known: EdtfDate, today: date) -> Iterator[str]:
    """A fact of the past about an event that was still to come: the event's date is said too."""
    for event in events:
        if event.when is not None and _was_ahead(event.when, known):
            yield f"{event.title}: {dates.full(event.when)}."
            yield from _moment(event.when, today)
            yield from _later(event.when, [event], base, today)


def _was_ahead(when: EdtfDate | None, known: EdtfDate) -> bool:
    return when is not None and when.first_day is not None and when.first_day > known.last_day


def _moment(when: EdtfDate, today: date) -> Iterator[str]:
    if when.has_passed(today):
        yield PASSED
    elif when.first_day is not None and when.first_day > today:
        yield AHEAD


def _later(when: EdtfDate, events: list[Event], base: FactBase, today: date) -> Iterator[str]:
    """What follows in the chain; said only once the date itself is behind."""
    if not events or not when.has_passed(today):
        return
    following = [later for event in events for later in base.followers(event.id)]
    if not following:
        yield NOTHING_LATER
    for later in following:
        moment = f", {dates.full(later.when)}" if later.when else ""
        yield f"Следующее событие в базе: «{later.title}»{moment}."
