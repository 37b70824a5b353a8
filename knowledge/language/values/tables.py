"""Numerals and units as the data files hold them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from knowledge.data.tables import read_table, split_cell
from knowledge.language.values.model import ValueKind


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure; `factor` turns an amount into the kind's base unit."""

    kind: ValueKind
    name: str
    factor: float


@cache
def units() -> Mapping[str, Unit]:
    """Lemma, abbreviation or sign -> its unit."""
    table = read_table("values/units", "kind", "unit", "factor", "words")
    return {
        word: Unit(ValueKind(kind), name, float(factor))
        for kind, name, factor, words in table
        for word in split_cell(words)
    }


@cache
def numerals() -> Mapping[str, float]:
    """Lemma -> the number that it names."""
    return read_table("values/numerals", "number", "words").index("number", "words", float)
