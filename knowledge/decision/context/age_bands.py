"""Bands of ages in a statement: «от 5 до 10 лет — за полцены, младше пяти — бесплатно»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from knowledge.decision.context.age_bearers import ADULT, is_of_adults
from knowledge.decision.context.limits import limit_of
from knowledge.facts.model import Fact
from knowledge.language.morphology import analyse
from knowledge.language.values import Value, ValueKind, read_values
from knowledge.scoring.statement_values import values_of
from knowledge.understanding.denied_by import denying_words

_MARK = re.compile(r"[,;]")
_PIECE = re.compile(r"[^,;]+")
_WORDS = re.compile(r"\w+")
_YEARS = 12.0
FREE = denying_words("стоить")
"""Words by which a statement says that nothing is paid."""


@dataclass(frozen=True, slots=True)
class Band:
    """Ages from `low` to `high`, in months, and the words of the statement on them."""

    low: float
    high: float
    part: str

    @property
    def price(self) -> bool | None:
        """Whether something is paid at that age; None where the words tell nothing of it."""
        if any(value.kind is ValueKind.MONEY for value in read_values(self.part)):
            return True
        return False if FREE & {word.strip(".,;") for word in self.part.lower().split()} else None

    def has(self, age: float) -> bool:
        return self.low <= age <= self.high


def is_age(value: Value) -> bool:
    return value.kind is ValueKind.DURATION and value.factor == _YEARS


def bands_of(fact: Fact) -> Iterator[Band]:
    """The bands of a statement, each with the part that ends where that of the next one begins."""
    spans = [(one, span) for one in values_of(fact) if is_age(one) and (span := _span(fact, one)) is not None]
    starts = [0]
    for (before, _), (value, _) in pairwise(spans):
        mark = max(fact.says.rfind(mark, before.end, value.start) for mark in ",;")
        starts.append(mark + 1 if mark >= 0 else value.start)
    for at, (value, (low, high)) in enumerate(spans):
        last = starts[at + 1] - 1 if at + 1 < len(spans) else len(fact.says)
        end = _MARK.search(fact.says, value.end, last)
        own = max(
            (mark.end() for mark in _MARK.finditer(fact.says, starts[at], value.start)), default=starts[at]
        )
        yield Band(low, high, _part(fact.says[own : end.start() if end else last]))


def priced_bands(fact: Fact) -> list[Band]:
    """The bands of a statement, with that of adults where it tells their price: «взрослый билет — 500»."""
    bands = list(bands_of(fact))
    aged = [one for one in values_of(fact) if is_age(one)]
    for piece in _PIECE.finditer(fact.says):
        adults = any(map(is_of_adults, _WORDS.findall(piece[0].lower())))
        if adults and not any(piece.start() <= one.start < piece.end() for one in aged):
            band = Band(ADULT, float("inf"), _part(piece[0]))
            bands += [band] if band.price is not None else []
    return bands


def _part(text: str) -> str:
    """A part as it stands within a sentence: «Дети» at its beginning is no name."""
    part = text.strip(" .,;")
    first = part.split(" ", 1)[0]
    is_word = analyse(first.lower()).known and not analyse(first.lower()).always_name
    return part[:1].lower() + part[1:] if is_word and first.istitle() else part


def _span(fact: Fact, value: Value) -> tuple[float, float] | None:
    if value.is_range:
        return value.low, value.high
    limit = limit_of(fact, value)
    if limit is None:
        return None
    edge = 0.0 if limit.inclusive else 1.0
    return (value.low + edge, float("inf")) if limit.is_lower else (0.0, value.low - edge)
