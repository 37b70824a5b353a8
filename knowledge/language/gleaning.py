"""Reads many texts into words and keys, looking at each different word once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from knowledge.language.kind import Kind
from knowledge.language.lexicon import Lexicon
from knowledge.language.text import clean, folded_words, tokens


class Gleaner:
    """Finds the keys that `Lexicon.read` does, in texts with far fewer words than places where they stand."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._seen: set[str] = set()
        self._function: set[str] = set()
        self._leading: set[str] = set()
        self._following: set[str] = set()
        """Words with which a phrase may begin, and those that may be its second."""
        self._counting: set[str] = set()
        """Words that may be numbers."""

    def words(self, text: str) -> list[str]:
        """The folded words of a raw text."""
        found = folded_words(text)
        if not self._seen.issuperset(found):
            self._learn(set(found) - self._seen)
        return found

    def length(self, said: Sequence[str]) -> int:
        """How many of the words of a text carry meaning."""
        return len(said) - sum(map(self._function.__contains__, said))

    def by_neighbours(self, text: str, said: Sequence[str]) -> tuple[set[str], bool]:
        """Keys that words have for the words beside them, and whether the rest are those of each word alone.

        `said` are the words of the raw text.
        """
        if not self._counting.isdisjoint(said):
            return {key for term in self._lexicon.terms(tokens(clean(text))) for key, _ in term.keys}, False
        leading, following = self._leading, self._following
        if leading.isdisjoint(said) or following.isdisjoint(said):
            return set(), True
        for first, second in pairwise(said):
            if second in following and first in leading:
                return self._lexicon.phrase_keys(said), True
        return set(), True

    def keys(self, word: str) -> tuple[str, ...]:
        """The keys that a word has by itself."""
        return tuple([key for key, _ in self._lexicon.word(word).keys])

    def _learn(self, new: Iterable[str]) -> None:
        for one in new:
            word = self._lexicon.word(one)
            if word.kind is Kind.FUNCTION:
                self._function.add(one)
            if word.leads:
                self._leading.add(one)
            if word.follows:
                self._following.add(one)
            if word.counts:
                self._counting.add(one)
        self._seen.update(new)
