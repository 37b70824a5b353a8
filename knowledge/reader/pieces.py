"""Splits texts into the pieces of a Unigram vocabulary (SentencePiece): the likeliest way of each word."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import inf
from unicodedata import normalize

BOUNDARY = "▁"
"""Stands before the first letter of a word."""
_UNKNOWN_PENALTY = 10.0
_WORDS_CACHED = 20_000
_COMMON, _RARITY_UNIT, RAREST = -4.0, 6.0, 1.5


class Pieces:
    """`scores` are logarithms of probabilities in the order of the vocabulary's numbers from `first` on.

    A letter that no piece has is the piece `unknown`.
    """

    def __init__(self, scores: Mapping[str, float], first: int, unknown: int) -> None:
        self._places = {piece: place for place, piece in enumerate(scores)}
        self._scores, self._first = array("f", scores.values()), first
        self._longest = max(map(len, scores), default=0)
        self._rarities = array("d", map(_rarity, self._scores))
        self._unknown = (min(scores.values(), default=0.0) - _UNKNOWN_PENALTY, unknown)
        self._numbers_of_word = lru_cache(_WORDS_CACHED)(self._split)

    def numbers(self, text: str) -> list[int]:
        """The numbers of the pieces of a text, word by word."""
        return [
            number
            for word in normalize("NFKC", text).split()
            for number in self._numbers_of_word(BOUNDARY + word)
        ]

    def rarity(self, number: int) -> float:
        """How rare a piece is: 0 for the commonest, about 1 for most content words."""
        place = number - self._first
        return self._rarities[place] if 0 <= place < len(self._rarities) else RAREST

    def _split(self, word: str) -> Sequence[int]:
        """Viterbi's way: for each end the best last piece."""
        best: list[tuple[float, int, int]] = [(0.0, 0, 0)]
        for end in range(1, len(word) + 1):
            found = (-inf, end - 1, 0)
            for start in range(max(end - self._longest, 0), end):
                place = self._places.get(word[start:end])
                if place is not None:
                    score, number = self._scores[place], place + self._first
                elif end - start == 1:
                    score, number = self._unknown
                else:
                    continue
                if best[start][0] + score > found[0]:
                    found = (best[start][0] + score, start, number)
            best.append(found)
        numbers = []
        end = len(word)
        while end:
            _, end, number = best[end]
            numbers.append(number)
        return tuple(reversed(numbers))


def _rarity(score: float) -> float:
    return min(max((_COMMON - score) / _RARITY_UNIT, 0.0), RAREST)
