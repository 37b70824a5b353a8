"""The collapsed quote with the source: publisher, date, paragraphs, and how a fact was inferred."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.replies import dates
from bot.replies.parts import Emphasis, Link, Quote, Strong, Text
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Basis, Fact, Source

QuotePart = Text | Strong | Emphasis | Link


def quote(facts: Sequence[Fact], source: Source) -> Quote:
    """One quote for all `facts`: the source, their paragraphs, and each inference."""
    parts: list[QuotePart] = [Text("Источник: "), _publisher(source)]
    parts.append(Text(f", {dates.short(source.published)}{_paragraphs(facts)}"))
    parts.extend(Text(f"\nВыведено: {because}") for because in _inferences(facts))
    return Quote(tuple(parts))


def as_of(when: EdtfDate) -> str:
    """«По состоянию на 2 декабря 2015 года»."""
    return f"По состоянию на {dates.accusative(when)}"


def _publisher(source: Source) -> QuotePart:
    return Link(source.publisher, source.url) if source.url else Text(source.publisher)


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
