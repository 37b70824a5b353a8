"""Words of a statement that say what an event's record said before it was changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from knowledge.decision.context.event_edges import BEGINNING
from knowledge.facts.dates import CalendarDate, EdtfDate
from knowledge.facts.model import Event, Fact
from knowledge.language.lexicon import Lexicon
from knowledge.language.values import Value, ValueKind, read_values
from knowledge.quality.stated_dates import is_other
from knowledge.quality.told_events import tells_of


def outdated_words(
    fact: Fact, old: Event, new: Event, lexicon: Lexicon
) -> Iterator[tuple[str, str, str | EdtfDate]]:
    """Dates and places of a statement that are those of the event's old record and not of its new one."""
    dates = [value for value in read_values(fact.says) if value.kind is ValueKind.DATE]
    if old.when is not None and new.when is not None and old.when != new.when:
        agreed = [value for value in dates if not is_other(value, old.when)]
        gone = all(is_other(value, new.when) for value in dates)
        added = _added_days(old.when, new.when) if _tells_how_long(fact, new, lexicon) else ()
        if agreed and (gone or any(_lacks(dates, day) for day in added)):
            yield "words-date", fact.says[agreed[0].start : agreed[0].end].strip(" ."), new.when
    if old.where and new.where and old.where != new.where:
        said, was, now = (lexicon.sure(text) for text in (fact.says, old.where, new.where))
        if was <= said and not now & said:
            yield "words-place", old.where, new.where


def _tells_how_long(fact: Fact, event: Event, lexicon: Lexicon) -> bool:
    """Whether a statement gives the days of the whole event, and not of its beginning."""
    statement = lexicon.read(fact.says)
    begins = any(BEGINNING.intersection(term.morphology.lemmas) for term in statement)
    return tells_of(statement, event, lexicon) and not begins


def _added_days(old: EdtfDate, new: EdtfDate) -> Iterator[EdtfDate]:
    """The first and the last day of a new date, where they are outside the old one."""
    if new.start is None or old.start is None:
        return
    if new.start.first_day < old.start.first_day:
        yield _day(new.start.first_day)
    if new.last_day > old.last_day:
        yield _day(new.last_day)


def _day(day: date) -> EdtfDate:
    one = CalendarDate(day.year, day.month, day.day)
    return EdtfDate(one, one)


def _lacks(dates: Sequence[Value], day: EdtfDate) -> bool:
    return all(is_other(value, day) for value in dates)
