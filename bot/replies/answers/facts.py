"""Facts as an answer: each statement unchanged, then its date, source and "as of" in one folded quote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from bot.replies import dates
from bot.replies.answers import sources, timeliness
from bot.replies.parts import Emphasis, Link, Part, Quote, Strong, Text
from knowledge.decision.records import is_superseded
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Event, Fact, FactBase, FactId
from knowledge.results import Answer, Slot

Inner = Text | Strong | Emphasis | Link
EARLIER = "Ранее сообщалось"
_SAME = str.maketrans("", "", " .,:;«»\"'—–-\n•")


def body(
    answer: Answer, base: FactBase, now: datetime, changed: Mapping[FactId, EdtfDate], lead: str
) -> tuple[Part, ...]:
    """The statements, each once, and what the calendar adds to them."""
    lines = [_statement(fact, base) for fact in _facts(answer) if not _says_all(lead, fact.says)]
    notes = list(dict.fromkeys(_notes(answer, base, now, changed)))
    lines += [_event(event) for event in answer.events if not answer.shown]
    text = "\n\n".join([line for line in ("\n\n".join(filter(None, lines)), "\n".join(notes)) if line])
    return (Text(text),) if text else ()


def _facts(answer: Answer) -> list[Fact]:
    return list(dict.fromkeys(one.fact for one in answer.shown))


def _says_all(lead: str, says: str) -> bool:
    """Whether a statement adds nothing to the line before it."""
    return bool(lead) and says.translate(_SAME).casefold() in lead.translate(_SAME).casefold()


def _statement(fact: Fact, base: FactBase) -> str:
    return f"{EARLIER}: {fact.says}" if is_superseded(fact, base) else fact.says


def _event(event: Event) -> str:
    """An event by its record, where no fact tells of it."""
    about = ", ".join(filter(None, (dates.short(event.when) if event.when else "", event.where or "")))
    return f"{event.title}: {about}." if about else f"{event.title}."


def _notes(
    answer: Answer, base: FactBase, now: datetime, changed: Mapping[FactId, EdtfDate]
) -> Iterator[str]:
    for fact in _facts(answer):
        known = changed.get(fact.id, base.published(fact))
        yield from timeliness.notes(fact, base, known, now.date())


def footing(
    answer: Answer, base: FactBase, changed: Mapping[FactId, EdtfDate], lead: str
) -> tuple[Part, ...]:
    """The folded quote: the date where it adds something, "as of", the source, how it was inferred."""
    shown = _facts(answer)
    known = max(
        (changed.get(fact.id, base.published(fact)) for fact in shown),
        key=lambda day: day.last_day,
        default=base.source.published,
    )
    inner: list[Inner] = []
    for when in dict.fromkeys(fact.when for fact in shown):
        if when is not None and len(shown) == 1 and not _is_said(when, lead, shown) and _adds_date(answer):
            inner.append(Text(f"Дата: {dates.short(when)}\n"))
    inner.append(Emphasis(f"{sources.as_of(known)}\n"))
    return (Text("\n\n"), Quote((*inner, *sources.quote(shown, base).parts)))


def _adds_date(answer: Answer) -> bool:
    return all(one.slot not in (Slot.POST, Slot.SIDE) for one in answer.shown)


def _is_said(when: EdtfDate, lead: str, shown: Sequence[Fact]) -> bool:
    text = " ".join([lead, *(fact.says for fact in shown)])
    return str(when.end.year) in text
