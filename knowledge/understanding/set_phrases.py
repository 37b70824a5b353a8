"""Set phrases of which no word says what is asked: «с помощью», «во время», «до сих пор»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from knowledge.data.tables import read_table
from knowledge.language.lexicon import Term


def set_phrase_places(terms: Sequence[Term]) -> frozenset[int]:
    """The places of the words of such phrases, prepositions among them."""
    return frozenset(place for start, end in _found(terms) for place in range(start, end))


def _found(terms: Sequence[Term]) -> Iterator[tuple[int, int]]:
    by_last = _by_last_word()
    for place, term in enumerate(terms):
        for before in by_last.get(term.word, ()):
            start = place - len(before)
            if start >= 0 and all(one.word == word for one, word in zip(terms[start:], before, strict=False)):
                yield start, place + 1


@cache
def _by_last_word() -> dict[str, list[tuple[str, ...]]]:
    """The last word of each phrase with the words before it."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in read_table("function_words/set_phrases", "phrase").column("phrase"):
        *before, last = phrase.split(" ")
        found.setdefault(last, []).append(tuple(before))
    return found
