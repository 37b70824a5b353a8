"""The known name that a misspelt one was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

_ALIKE = 65


def nearest(name: str, known: Iterable[str]) -> str:
    """The most similar of `known`, or an empty text where none is alike."""
    found = process.extractOne(name, list(known), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return "" if found is None else found[0]
