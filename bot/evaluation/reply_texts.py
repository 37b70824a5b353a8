"""Whether a reply has the texts that a question file asks for."""

from __future__ import annotations

from collections.abc import Sequence


def has_all(text: str, wanted: Sequence[str]) -> bool:
    """Each of `wanted`, or one of its alternatives between `|`, is in the text; case and ё do not count."""
    folded = _fold(text)
    return all(any(_fold(one) in folded for one in each.split("|")) for each in wanted)


def _fold(text: str) -> str:
    return text.lower().replace("ё", "е").replace("\u00a0", " ")
