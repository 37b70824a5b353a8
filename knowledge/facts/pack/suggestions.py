"""Suggests the known name that a misspelt one was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

_MIN_SIMILARITY = 65


def suggest(name: str, known: Iterable[str]) -> str:
    """The most similar of `known`, or an empty text where none is similar."""
    found = process.extractOne(name, list(known), scorer=fuzz.ratio, score_cutoff=_MIN_SIMILARITY)
    return "" if found is None else found[0]
