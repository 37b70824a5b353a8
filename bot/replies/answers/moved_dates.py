"""Whose word the date or place of a changed event is, where the sources of an answer do not say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.replies import dates
from bot.replies.editing.sources import EDITORS_WORD
from knowledge.decision.context.event_records import is_superseded
from knowledge.facts.dates import EdtfDate, Precision
from knowledge.facts.model import Event, Fact, FactBase
from knowledge.language.values import ValueKind, read_values
from knowledge.quality.stated_dates import is_other


def with_whose_word(
    lines: Iterable[str], events: Iterable[Event], cited: Sequence[Fact], base: FactBase, shown: str
) -> Iterator[str]:
    """Lines that give dates of events, with those that were changed since what is cited; also of a date or
    place in the text `shown` above.
    """
    lines = list(lines)
    for event in dict.fromkeys(events):
        name = _whose_word(event, cited, base)
        if name is None:
            continue
        dated = f"{event.title}: {dates.short(event.when)}" if event.when is not None else ""
        if dated in lines:
            lines[lines.index(dated)] = f"{dated} ({name})"
        elif told := [one for one in _changed(event, base) if one.casefold() in shown.casefold()]:
            lines.append(f"{event.title}: {', '.join(told)} ({name})")
    yield from lines


def _changed(event: Event, base: FactBase) -> list[str]:
    """The place and the date of an event that an edit gave it."""
    before = base.originals.get(event.id)
    place = event.where if before is None or before.where != event.where else None
    when = event.when if before is None or before.when != event.when else None
    return [*filter(None, (place, dates.short(when) if when is not None else ""))]


def _whose_word(event: Event, cited: Sequence[Fact], base: FactBase) -> str | None:
    """The name of the source of the changed record; None where it is cited, or nothing was changed."""
    if event.id not in base.originals:
        return None
    known = {base.source_of(fact).id for fact in cited}
    if any(base.source_of(fact).title == EDITORS_WORD for fact in cited):
        return None
    telling = [base.source_of(fact) for fact in base.facts if _tells(fact, event, base)]
    if any(source.id in known for source in telling):
        return None
    return next((source.publisher or source.title for source in telling), EDITORS_WORD)


def _tells(fact: Fact, event: Event, base: FactBase) -> bool:
    """Whether a fact gives the date and the place that an edit gave the event."""
    if event.id not in fact.about[:1] or is_superseded(fact, base):
        return False
    changed = _changed(event, base)
    is_placed = event.where not in changed or fact.where == event.where
    is_dated = event.when is None or dates.short(event.when) not in changed or _tells_date(fact, event.when)
    return is_placed and is_dated


def _tells_date(fact: Fact, when: EdtfDate) -> bool:
    """As exactly as it is."""
    stated = [value for value in read_values(fact.says) if value.kind is ValueKind.DATE]
    if stated:
        return any(
            not is_other(value, when) and (when.precision < Precision.DAY or value.dates[0].day is not None)
            for value in stated
        )
    return fact.when is not None and _is_as_exact(fact.when, when)


def _is_as_exact(when: EdtfDate, other: EdtfDate) -> bool:
    return when.overlaps(other) and when.precision >= other.precision
