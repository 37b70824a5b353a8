"""An event as an iCalendar file: what a calendar app needs to add and later to replace it."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.followups.icalendar_export import to_ics
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Event, EventId

NOW = datetime(2027, 5, 1, 9, tzinfo=UTC)
EVENT = Event(id=EventId("fair"), title="Ярмарка", when=EdtfDate.parse("2027-06"), where="Пекин")


def exported(event: Event) -> list[str]:
    """The lines of the file."""
    content = to_ics(event, "pack", NOW, note="Заметка")
    assert content is not None
    return content.decode().splitlines()


def test_file_is_a_publication_of_one_event() -> None:
    lines = exported(EVENT)
    assert {"METHOD:PUBLISH", "VERSION:2.0", "UID:fair@pack.spravka"} <= set(lines)
    assert {"DTSTAMP:20270501T090000Z", "LAST-MODIFIED:20270501T090000Z"} <= set(lines)
    assert {"SUMMARY:Ярмарка", "LOCATION:Пекин", "DESCRIPTION:Заметка"} <= set(lines)
    assert lines.count("BEGIN:VEVENT") == 1


def test_a_month_is_all_its_days_and_leaves_the_reader_free() -> None:
    lines = exported(EVENT)
    assert {"DTSTART;VALUE=DATE:20270601", "DTEND;VALUE=DATE:20270701"} <= set(lines)
    assert {"TRANSP:TRANSPARENT", "STATUS:CONFIRMED"} <= set(lines)


def test_an_event_without_a_start_has_no_file() -> None:
    for when in (None, EdtfDate.parse("../2027")):
        event = Event(id=EVENT.id, title=EVENT.title, when=when)
        assert to_ics(event, "pack", NOW, note="") is None
