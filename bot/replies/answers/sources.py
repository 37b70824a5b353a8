"""The collapsed quote with the sources: publisher, date, paragraphs, and how a fact was inferred."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.replies import dates
from bot.replies.parts import Emphasis, Link, Quote, Strong, Text
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Basis, Fact, FactBase, FurtherSource, Source

QuotePart = Text | Strong | Emphasis | Link


def quote(facts: Sequence[Fact], base: FactBase) -> Quote:
    """One quote for all `facts`: each source with their paragraphs, then each inference."""
    by_source: dict[str, list[Fact]] = {}
    for fact in facts:
        by_source.setdefault(base.source_of(fact).id, []).append(fact)
    sources: Iterable[Source | FurtherSource] = (base.source, *base.sources)
    parts: list[QuotePart] = []
    for source in sources:
        if source.id in (by_source or {base.source.id}):
            taken = by_source.get(source.id, [])
            parts += [Text("\nИсточник: " if parts else "Источник: "), *_source(source, taken)]
    parts.extend(Text(f"\nВыведено: {because}") for because in _inferences(facts))
    return Quote(tuple(parts))


def as_of(when: EdtfDate) -> str:
    """«По состоянию на 2 декабря 2015 года»."""
    return f"По состоянию на {dates.accusative(when)}"


def _source(source: Source | FurtherSource, facts: Sequence[Fact]) -> Iterator[QuotePart]:
    yield publisher(source)
    published = f", {dates.short(source.published)}" if source.published is not None else ""
    if about := f"{published}{_paragraphs(facts)}":
        yield Text(about)


def publisher(source: Source | FurtherSource) -> Text | Link:
    """Who published a source, else its title; a link where its address is known."""
    name = source.publisher or source.title
    return Link(name, source.url) if source.url else Text(name)


def _paragraphs(facts: Sequence[Fact]) -> str:
    numbers = sorted({fact.paragraph for fact in facts if fact.paragraph is not None})
    if not numbers:
        return ""
    word = "абзац" if len(numbers) == 1 else "абзацы"
    return f", {word} {', '.join(map(str, numbers))}"


def _inferences(facts: Sequence[Fact]) -> Iterator[str]:
    said = set()
    for fact in facts:
        if fact.basis is Basis.INFERRED:
            because = fact.because or "прямо в источнике не сказано"
            if because not in said:
                said.add(because)
                yield because
