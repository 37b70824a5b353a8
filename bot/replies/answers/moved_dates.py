"""Whose word the date of a moved event is, where the sources that an answer names do not say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.replies import dates
from bot.replies.editing.sources import EDITORS_WORD
from knowledge.facts.model import Event, Fact, FactBase
from knowledge.language.values import ValueKind, read_values
from knowledge.quality.stated_dates import is_other


def with_whose_word(
    lines: Iterable[str], events: Iterable[Event], cited: Sequence[Fact], base: FactBase, shown: str
) -> Iterator[str]:
    """Lines that give dates of events, with those that were moved since what is cited; also of a date in the
    text `shown` above.
    """
    lines = list(lines)
    for event in dict.fromkeys(events):
        name = _whose_word(event, cited, base)
        if name is None or event.when is None:
            continue
        line = f"{event.title}: {dates.short(event.when)}"
        if line in lines:
            lines[lines.index(line)] = f"{line} ({name})"
        elif dates.short(event.when).casefold() in shown.casefold():
            lines.append(f"{line} ({name})")
    yield from lines


def _whose_word(event: Event, cited: Sequence[Fact], base: FactBase) -> str | None:
    """The name of the source of the moved date; None where it is cited, or nothing was moved."""
    if event.id not in base.moved:
        return None
    known = {base.source_of(fact).id for fact in cited}
    if any(base.source_of(fact).title == EDITORS_WORD for fact in cited):
        return None
    telling = [base.source_of(fact) for fact in base.facts if _tells(fact, event)]
    if any(source.id in known for source in telling):
        return None
    return next((source.publisher or source.title for source in telling), EDITORS_WORD)


def _tells(fact: Fact, event: Event) -> bool:
    """Whether a fact gives the date that the event has now."""
    if event.id not in fact.about[:1] or event.when is None:
        return False
    if fact.when is not None:
        return fact.when.overlaps(event.when)
    stated = (value for value in read_values(fact.says) if value.kind is ValueKind.DATE)
    return any(not is_other(value, event.when) for value in stated)
