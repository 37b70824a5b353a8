"""What the collapsed quote says of the sources: publisher, date, paragraphs, "as of", and an inference."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.replies import dates
from bot.replies.editing.sources import EDITORS_WORD
from bot.replies.parts import Emphasis, Link, Strong, Text
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Basis, Fact, FactBase, FactId, FurtherSource, Source

INFERRED = "Выведено по контексту"
YEAR_INFERRED = "Год определён по контексту"
_YEAR = re.compile(r"\bгод(?:а|у|ом|е)?\b", re.IGNORECASE)
SOURCE = "Источник: "
AS_OF = "По состоянию на "
"""Begins each line of the quote that names one."""
QuotePart = Text | Strong | Emphasis | Link


def quote(facts: Sequence[Fact], base: FactBase, known: EdtfDate, *, is_said: bool) -> tuple[QuotePart, ...]:
    """The inside of the quote for all `facts`: each source with their paragraphs, "as of", what was inferred.

    `known` is the day up to which the base knows; `is_said`: whether the text above the quote gives it.
    """
    by_source: dict[str, list[Fact]] = {}
    for fact in facts:
        by_source.setdefault(base.source_of(fact).id, []).append(fact)
    sources: Iterable[Source | FurtherSource] = (base.source, *base.sources)
    used = [source for source in sources if source.id in (by_source or {base.source.id})]
    parts: list[QuotePart] = []
    for source in used:
        published = None if len(used) == 1 and source.published == known else source.published
        parts += [Text(f"\n{SOURCE}" if parts else SOURCE), publisher(source)]
        numbered = [] if source.title == EDITORS_WORD else by_source.get(source.id, [])
        if about := _about(published, numbered):
            parts.append(Text(about))
    if not is_said:
        parts += [Text("\n"), Emphasis(as_of(known))]
    return (*parts, *(Text(f"\n{note}") for note in dict.fromkeys(_inferences(facts))))


def known_day(fact: Fact, base: FactBase, changed: Mapping[FactId, EdtfDate]) -> EdtfDate:
    """The day up to which a fact is known: of its own dated source, else of its last edit or the main source.

    An editor who adds a fact from such a source knows no more than the source says.
    """
    own = base.source_of(fact).published if fact.source is not None else None
    return own or changed.get(fact.id, base.published(fact))


def as_of(when: EdtfDate) -> str:
    """«По состоянию на 2 декабря 2015 года»."""
    return f"{AS_OF}{dates.accusative(when)}"


def _about(published: EdtfDate | None, facts: Sequence[Fact]) -> str:
    date = f", {dates.short(published)}" if published is not None else ""
    return f"{date}{_paragraphs(facts)}"


def publisher(source: Source | FurtherSource) -> Text | Link:
    """Who published a source, else its title; a link where its address is known."""
    name = source.publisher or source.title
    return Link(name, source.url) if source.url else Text(name)


def places(facts: Sequence[Fact], base: FactBase) -> str:
    """«Синьхуа, абзац 7»: where the facts stand, each source once."""
    by_source: dict[str, list[Fact]] = {}
    for fact in facts:
        source = base.source_of(fact)
        by_source.setdefault(source.publisher or source.title, []).append(fact)
    return "; ".join(
        name if name == EDITORS_WORD else f"{name}{_paragraphs(found)}" for name, found in by_source.items()
    )


def inferences(facts: Sequence[Fact]) -> tuple[str, ...]:
    """In a few words that something was inferred, each once; `/why` says how."""
    return tuple(dict.fromkeys(_inferences(facts)))


def _paragraphs(facts: Sequence[Fact]) -> str:
    numbers = sorted({fact.paragraph for fact in facts if fact.paragraph is not None})
    if not numbers:
        return ""
    word = "абзац" if len(numbers) == 1 else "абзацы"
    return f", {word} {', '.join(map(str, numbers))}"


def _inferences(facts: Sequence[Fact]) -> Iterator[str]:
    """In a few words that something was inferred; `/why` says how."""
    for fact in facts:
        if fact.basis is not Basis.INFERRED:
            continue
        dated = fact.when is not None and str(fact.when.end.year) in fact.says
        yield YEAR_INFERRED if dated and _YEAR.search(fact.because or "") else INFERRED
