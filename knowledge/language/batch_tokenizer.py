"""Reads many texts into words and keys, looking at each different word once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from knowledge.language.lexicon import Lexicon
from knowledge.language.tokens import folded_words, normalize, tokens
from knowledge.language.word_class import WordClass

_END = ""
"""Stands after each text where several are looked through at once."""
_NONE: frozenset[str] = frozenset()


class TokenizedText(NamedTuple):
    """The words of several texts. Never to be changed."""

    said: list[list[str]]
    """The folded words of each text in order."""
    alone: Set[str]
    """Words that have, somewhere at least, the keys that they have by themselves."""
    together: Set[str]
    """The others."""
    keys: Set[str]
    """Keys that words have for those beside them."""


class BatchTokenizer:
    """Finds the keys that `Lexicon.read` does, in texts with far fewer words than places where they stand."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._seen: set[str] = {_END}
        self._function: set[str] = set()
        self._leading: set[str] = set()
        self._following: set[str] = set()
        """Words with which a phrase may begin, and those that may be its second."""
        self._counting: set[str] = set()
        """Words that may be numbers."""

    def read(self, texts: Iterable[str]) -> TokenizedText:
        """What the words of raw texts are; those of one text are no neighbours of those of another."""
        said = [folded_words(text) for text in texts]
        line = list[str]()
        for text in said:
            line += text
            line.append(_END)
        alone = set(line)
        if not alone <= self._seen:
            self._learn(alone - self._seen)
        alone.discard(_END)
        if self._counting.isdisjoint(alone) and not self._has_phrase(line):
            return TokenizedText(said, alone, _NONE, _NONE)
        return self._read_apart(texts, said)

    def _read_apart(self, texts: Iterable[str], said: list[list[str]]) -> TokenizedText:
        alone, together, keys = set[str](), set[str](), set[str]()
        for text, words in zip(texts, said, strict=True):
            if not self._counting.isdisjoint(words):
                keys.update(
                    key for term in self._lexicon.terms(tokens(normalize(text))) for key, _ in term.keys
                )
                together.update(words)
                continue
            alone.update(words)
            if self._has_phrase(words):
                keys |= self._lexicon.phrase_keys(words)
        return TokenizedText(said, alone, together - alone, keys)

    def _has_phrase(self, line: Sequence[str]) -> bool:
        """Whether a phrase may stand somewhere in a line of words."""
        leading, following = self._leading, self._following
        if leading.isdisjoint(line) or following.isdisjoint(line):
            return False
        return any(second in following and first in leading for first, second in pairwise(line))

    def length(self, said: Sequence[str]) -> int:
        """How many of the words of a text carry meaning."""
        return len(said) - sum(map(self._function.__contains__, said))

    def keys(self, word: str) -> tuple[str, ...]:
        """The keys that a word has by itself."""
        return tuple([key for key, _ in self._lexicon.word(word).keys])

    def _learn(self, new: Iterable[str]) -> None:
        for one in new:
            word = self._lexicon.word(one)
            if word.kind is WordClass.FUNCTION:
                self._function.add(one)
            if word.leads:
                self._leading.add(one)
            if word.follows:
                self._following.add(one)
            if word.counts:
                self._counting.add(one)
        self._seen.update(new)
