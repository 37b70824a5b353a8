"""Ordinals, numerals and words of sequence as numbers."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.data.tables import read_table, split_cell

ORDINALS: Mapping[str, int] = read_table("numerals/ordinals", "number", "words").index("number", "words", int)
"""Lemma -> number: «второй» -> 2."""
CARDINALS: Mapping[str, int] = read_table("numerals/cardinals", "number", "words").index(
    "number", "words", int
)
"""Lemma -> number: «двое» -> 2."""
ROMAN: Mapping[str, int] = {
    sign: number
    for number, sign in enumerate(
        "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split(), start=1
    )
}
_SEQUENCE = {
    place: frozenset(split_cell(words)) for place, words in read_table("numerals/sequence", "place", "words")
}
NEXT, LAST = _SEQUENCE["next"], _SEQUENCE["last"]
"""Lemmas that ask for the event after, and for the one before."""
AGAIN = _SEQUENCE["again"]
"""Lemmas that ask for the next event too, less surely."""
