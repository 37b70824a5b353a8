"""An answer of facts: the part asked for, the statement unchanged, its date, source and "as of"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from bot.replies import dates
from bot.replies.answers import labels, sources, timeliness
from bot.replies.parts import Emphasis, Part, Strong, Text
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Fact, FactBase, FactId
from knowledge.results import Shown

Label = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactBlock:
    """One fact to show: labels, statement, and the lines about its date."""

    fact: Fact
    labels: tuple[Label, ...]
    tail: tuple[tuple[str | None, str], ...]
    """Pairs of a label, or None, and a line."""


def body(
    shown: Sequence[Shown], base: FactBase, now: datetime, changed: Mapping[FactId, EdtfDate]
) -> tuple[Part, ...]:
    """Labels, statements and dates; `changed` gives the day of a fact's last edit."""
    blocks = [
        _block(fact, tuple(group), base, now, changed.get(fact.id, base.source.published))
        for fact, group in groupby(shown, key=lambda one: one.fact)
    ]
    return tuple(_join(blocks))


def footing(facts: Sequence[Fact], base: FactBase, changed: Mapping[FactId, EdtfDate]) -> tuple[Part, ...]:
    """The "as of" line with the latest day of the source or of an edit, and the quote with the source."""
    known = max((changed.get(fact.id, base.source.published) for fact in facts), key=lambda day: day.last_day)
    return (Text("\n\n"), Emphasis(sources.as_of(known)), Text("\n"), sources.quote(facts, base.source))


def _block(fact: Fact, shown: tuple[Shown, ...], base: FactBase, now: datetime, known: EdtfDate) -> FactBlock:
    found = tuple(dict.fromkeys(label for one in shown if (label := labels.label_and_value(one, base))))
    tail: list[tuple[str | None, str]] = [
        (None, note) for note in timeliness.notes(fact, base, known, now.date())
    ]
    dated = any(label == labels.DATE for label, _ in found)
    if fact.when is not None and not dated:
        tail.insert(0, (labels.DATE, dates.full(fact.when)))
    return FactBlock(fact=fact, labels=found, tail=tuple(tail))


def _join(blocks: Sequence[FactBlock]) -> Iterator[Part]:
    """Labels and tails that all blocks share are shown once, before and after all statements."""
    one_label = len({block.labels for block in blocks}) == 1
    one_tail = len({block.tail for block in blocks}) == 1
    if one_label:
        yield from _labels(blocks[0].labels)
    for number, block in enumerate(blocks):
        if number:
            yield Text("\n\n")
        if not one_label:
            yield from _labels(block.labels)
        yield Text(block.fact.says)
        if not one_tail:
            yield from _tail(block.tail, "\n")
    if one_tail:
        yield from _tail(blocks[0].tail, "\n\n")


def _labels(found: tuple[Label, ...]) -> Iterator[Part]:
    for label, value in found:
        yield Strong(f"{label}:")
        yield Text(f" {value}\n")
    if found:
        yield Text("\n")


def _tail(lines: tuple[tuple[str | None, str], ...], before: str) -> Iterator[Part]:
    for label, line in lines:
        if label is None:
            yield Text(f"{before}{line}")
        else:
            yield from (Text(before), Strong(f"{label}:"), Text(f" {line}"))
        before = "\n"
