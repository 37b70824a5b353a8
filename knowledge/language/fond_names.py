"""The first name of whom a fond or short one calls: «Тимофей» of «Тимоша»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from knowledge.data.tables import read_table, split_cell
from knowledge.language.morphology import Morphology


def full_names(morphology: Morphology) -> Iterator[str]:
    """The lemmas of the first names that a word may be short for; several for «Саша»."""
    for lemma in morphology.lemmas:
        yield from _by_fond().get(lemma, ())


@cache
def _by_fond() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, fond in read_table("names/fond", "name", "fond"):
        for one in split_cell(fond):
            found.setdefault(one, []).append(name)
    return found
