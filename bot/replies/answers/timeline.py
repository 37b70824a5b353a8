"""/timeline: what has passed and what is to come, in the order of time; the picture shows the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.replies import dates
from bot.replies.answers.timeliness import is_unconfirmed, was_ahead
from bot.replies.parts import Emphasis, Part, Reply, Strong, Text
from bot.replies.truncation import shorten
from knowledge.data.tables import read_groups
from knowledge.facts.dates import CalendarDate, EdtfDate
from knowledge.facts.model import FactBase
from knowledge.language.tokens import tokens
from knowledge.language.values import read_values

FILE = "timeline.png"
CAPTION = "Что было и что будет"
EMPTY = "Ни у одного события в базе нет даты."
_SAYS_LENGTH = 90
_BEFORE_DATES = read_groups("function_words/prepositions")["time_at"]


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
            title=_without_date(event.title, event.when),
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
            says = shorten(_without_date(fact.says.rstrip("."), fact.when), _SAYS_LENGTH)
            found.append(
                Entry(when=fact.when, title=says, planned=was_ahead(fact.when, base.published(fact)))
            )
    return tuple(sorted(found, key=_place))


def _without_date(text: str, when: EdtfDate) -> str:
    """Without the date under which it stands, and the preposition before that."""
    start = when.start
    if start is None or when.is_interval:
        return text
    for value in read_values(text):
        told = value.dates[0] if len(value.dates) == 1 else None
        if told is None or (told.year, told.month, told.day) != (start.year, start.month, start.day):
            continue
        before = tokens(text[: value.start])
        cut = before[-1].start if before and before[-1].word in _BEFORE_DATES else value.start
        left = f"{text[:cut].rstrip()} {text[value.end :].strip()}".strip(" ,")
        return f"{left[:1].upper()}{left[1:]}" or text
    return text


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
