"""Where a reader tells that he is: «я в Новосибирске», «у нас Омск», «у меня мск+4»."""

from __future__ import annotations

import re

from knowledge.data.tables import read_words
from knowledge.language.morphology import analyse
from knowledge.language.tokens import tokens
from knowledge.understanding.phrase_patterns import find_phrases

_OFFSET = re.compile(
    r"(?:(?:utc|gmt|мск|msk)\s*)?[+\-−–]\s*\d{1,2}(?::?\d\d)?(?:\s*час\w*)?(?:\s+\w{1,2}\s+москв\w+)?[.!]?$",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(r"(?:utc|gmt|мск|msk)\s*[+\-−–]\s*\d{1,2}[.!]?$", re.IGNORECASE)
_FILLERS = read_words("requests/wish_fillers")
_PLACE = "Geox"
_BESIDE = frozenset({"ADJF", "PREP", "CONJ", ""})
_LONGEST = 3
"""Words of the name of a city: «Нижнем Новгороде», «Ростове на Дону»."""


def tells_place(text: str) -> bool:
    """Whether a whole message tells where its reader is, or what his clock shows."""
    plain = text.strip()
    if plain.endswith("?"):
        return False
    if _AT_ONCE.match(plain):
        return True
    found = tokens(plain)
    words = [frozenset({token.word}) for token in found]
    opening = find_phrases("told_places", words)
    for label, (first, after) in opening.items():
        if any(token.word not in _FILLERS for token in found[:first]):
            continue
        if label == "offset" and _OFFSET.match(plain[found[after - 1].end :].lstrip()):
            return True
        if label == "city" and _is_city([token.word for token in found[after:]]):
            return True
    return False


def _is_city(words: list[str]) -> bool:
    while words and words[-1] in _FILLERS:
        words = words[:-1]
    if not 0 < len(words) <= _LONGEST:
        return False
    read = [analyse(word) for word in words]
    named = [_PLACE in one.marks for one in read]
    return any(named) and all(
        is_name or one.first_pos in _BESIDE for is_name, one in zip(named, read, strict=True)
    )
