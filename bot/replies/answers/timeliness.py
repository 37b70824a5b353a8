"""Notes about time: whether a planned date has passed or is now, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.replies import dates
from knowledge.decision.context.event_records import is_superseded
from knowledge.facts.dates import EdtfDate, Precision
from knowledge.facts.model import Event, Fact, FactBase

NOW = {
    Precision.YEAR: "По плану в этом году.",
    Precision.SEASON: "По плану сейчас, точный день не назван.",
    Precision.MONTH: "По плану в этом месяце.",
    Precision.DAY: "По плану сегодня.",
    Precision.MINUTE: "По плану сегодня.",
}
GOING_ON = "По плану идёт сейчас."
NOT_VOUCHED = "Сведения верны по {until}; как сейчас, не знаю."


def notes(fact: Fact, base: FactBase, known: EdtfDate, today: date) -> tuple[str, ...]:
    """Sentences to show after a fact. `known`: the day of the fact's source or last edit."""
    events = [base.event_by_id[event] for event in fact.about if event in base.event_by_id]
    if any(event.cancelled for event in events):
        return ()
    until = fact.until or (events[0].until if events else None)
    if note := not_vouched(until, today):
        return note
    if was_ahead(fact.when, known) and not is_superseded(fact, base):
        assert fact.when is not None
        return (*_passed_or_now(fact.when, known, today), *_later_events(fact.when, events, base, today))
    return tuple(_event_notes(events, base, known, today))


def not_vouched(until: EdtfDate | None, today: date) -> tuple[str, ...]:
    """The note about what nobody vouches for any more."""
    if until is None or not until.has_passed(today):
        return ()
    return (NOT_VOUCHED.format(until=dates.accusative(until)),)


def is_unconfirmed(event: Event, base: FactBase) -> bool:
    """Whether every source of what is said about an event is older than the event: it was only planned."""
    about = [base.published(fact) for fact in base.facts if event.id in fact.about]
    known = max(about, key=lambda day: day.last_day, default=base.source.published)
    return was_ahead(event.when, known)


def passed(known: EdtfDate) -> str:
    """The note about a planned date that has passed; it says up to which day the base knows."""
    return f"Состоялось ли это, не знаю: мои сведения на {dates.accusative(known)}."


def event_dates(fact: Fact, base: FactBase, known: EdtfDate, shown: str) -> Iterator[str]:
    """For an undated or past fact about an event that was ahead then: its date, unless `shown` gives it."""
    if was_ahead(fact.when, known) and not is_superseded(fact, base):
        return
    for event in (base.event_by_id[one] for one in fact.about if one in base.event_by_id):
        if event.when is None or event.cancelled or not was_ahead(event.when, known):
            continue
        day = dates.short(event.when).removesuffix(f" {event.when.end.year} года")
        if str(event.when.end.year) not in shown and day not in shown:
            yield f"{event.title}: {dates.short(event.when)}"


def _event_notes(events: list[Event], base: FactBase, known: EdtfDate, today: date) -> Iterator[str]:
    """For an undated or past fact about an event that was ahead then: whether it came, what follows."""
    for event in events:
        if event.when is not None and was_ahead(event.when, known):
            yield from _passed_or_now(event.when, known, today)
            yield from _later_events(event.when, [event], base, today)


def was_ahead(when: EdtfDate | None, known: EdtfDate) -> bool:
    """Whether a date begins after the day up to which its source knows."""
    return when is not None and when.first_day is not None and when.first_day > known.last_day


def _passed_or_now(when: EdtfDate, known: EdtfDate, today: date) -> Iterator[str]:
    if when.has_passed(today):
        yield passed(known)
    elif when.first_day is not None and when.first_day <= today:
        yield GOING_ON if when.is_interval else NOW[when.precision]


def _later_events(when: EdtfDate, events: list[Event], base: FactBase, today: date) -> Iterator[str]:
    """The next events of the chain, given only if the date has passed."""
    if not when.has_passed(today):
        return
    for later in (later for event in events for later in base.followers(event.id)):
        moment = f", {dates.full(later.when)}" if later.when else ""
        yield f"Следующее: {later.title}{moment}."
