"""Which year a date without one has: by the record that it is typed for."""

from __future__ import annotations

from datetime import date

from knowledge.decision.context.event_records import event_of
from knowledge.facts.model import Event, EventId, Fact, FactBase, Person, Source
from knowledge.language.date_parser import Around


def around(
    entity: Fact | Event | Person | Source | None, base: FactBase, today: date, *, new: bool = False
) -> Around:
    """The year of its own date, else of its event's, else of its source; after the event that it follows.

    Of today, for what nothing is known of, and for what is `new` and names no source: the editor says it now.
    """
    event = event_of(entity, base) if isinstance(entity, Fact) else entity
    for one in (entity, event):
        when = getattr(one, "when", None)
        if when is not None:
            return Around(year=when.end.year)
    if isinstance(event, Event) and (since := _before(event, base)) is not None:
        return Around(year=since.year, since=since)
    if isinstance(entity, Fact | Event) and not (new and getattr(entity, "source", None) is None):
        published = base.published(entity) if isinstance(entity, Fact) else base.source.published
        return Around(year=published.end.year)
    return Around(year=today.year)


def _before(event: Event, base: FactBase) -> date | None:
    """The last day of the event before it in its chain."""
    earlier = base.event_by_id.get(EventId(event.follows or ""))
    return None if earlier is None or earlier.when is None else earlier.when.last_day
