"""/timeline: what has passed and what is to come, in the order of time; the picture shows the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.replies import dates
from bot.replies.answers.timeliness import is_unconfirmed, was_ahead
from bot.replies.parts import Emphasis, Part, Reply, Strong, Text
from bot.replies.truncation import shorten
from knowledge.facts.dates import CalendarDate, EdtfDate
from knowledge.facts.model import FactBase

FILE = "timeline.png"
CAPTION = "Что было и что будет"
EMPTY = "Ни у одного события в базе нет даты."
_SAYS_LENGTH = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An event, or a dated statement that is about no event of that date."""

    when: EdtfDate
    title: str
    cancelled: bool = False
    planned: bool = False
    """Known only from before its date."""

    def has_passed(self, today: date) -> bool:
        return self.when.last_day < today

    def mark(self, today: date) -> str:
        """What stands after the date: cancelled, or past without a word that it took place."""
        if self.cancelled:
            return " (отменено)"
        return " (по плану)" if self.planned and self.has_passed(today) else ""


def entries(base: FactBase) -> tuple[Entry, ...]:
    """In the order of their first days, of the last where the first is open; only what has a date."""
    found = [
        Entry(
            when=event.when,
            title=event.title,
            cancelled=event.cancelled,
            planned=is_unconfirmed(event, base),
        )
        for event in base.events
        if event.when is not None
    ]
    taken = {one.when for one in found}
    for fact in base.facts:
        if fact.when is not None and fact.when not in taken:
            taken.add(fact.when)
            says = shorten(fact.says, _SAYS_LENGTH)
            found.append(
                Entry(when=fact.when, title=says, planned=was_ahead(fact.when, base.published(fact)))
            )
    return tuple(sorted(found, key=_place))


def _place(entry: Entry) -> tuple[date, bool, date]:
    """«Не позднее 1 декабря» stands before 1 December."""
    first, last = entry.when.first_day, entry.when.last_day
    return (first or last, first is not None, last)


def render(shown: Sequence[Entry], today: date) -> Reply:
    """The entries as lines, with a line for today where it falls."""
    if not shown:
        return Reply(parts=(Text(EMPTY),))
    return Reply(parts=(Strong(CAPTION), *_lines(shown, today)))


def _lines(shown: Sequence[Entry], today: date) -> Iterator[Part]:
    now = Emphasis(f"\n\n— сейчас, {_day(today)} —")
    said = False
    for one in shown:
        if not said and not one.has_passed(today):
            said = True
            yield now
        yield Text(f"\n\n{dates.full(one.when)}{one.mark(today)}\n{one.title}")
    if not said:
        yield now


def _day(today: date) -> str:
    point = CalendarDate(today.year, today.month, today.day)
    return dates.short(EdtfDate(point, point))
