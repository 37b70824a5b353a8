"""An event as an iCalendar file (RFC 5545), never more precise than its date: a month is a span of days."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import icalendar

from knowledge.facts.model import Event

_DAY = timedelta(days=1)


def to_ics(event: Event, pack_id: str, now: datetime, *, note: str) -> bytes | None:
    """The file's bytes; None where the start of the event is not known.

    `note` becomes the description. An event's uid is stable, so that a calendar app
    replaces the entry that it has.
    """
    if event.when is None or event.when.first_day is None:
        return None
    entry = icalendar.Event()
    entry.add("uid", f"{event.id}@{pack_id}.spravka")
    entry.add("dtstamp", now.astimezone(UTC))
    entry.add("last-modified", now.astimezone(UTC))
    entry.add("summary", event.title)
    entry.add("dtstart", event.when.first_day)
    # DTEND is exclusive: RFC 5545, 3.6.1.
    entry.add("dtend", event.when.last_day + _DAY)
    entry.add("transp", "TRANSPARENT")
    entry.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    if event.where:
        entry.add("location", event.where)
    if note:
        entry.add("description", note)
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Spravka//Follow-ups//RU")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(entry)
    return bytes(calendar.to_ical())
