"""Splits many texts into words and keys, analysing each different word once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from knowledge.language.lexicon import Lexicon
from knowledge.language.tokens import folded_words, normalize, tokens
from knowledge.language.word_class import WordClass

_END = ""
"""Stands after each text, so that no phrase goes from one text into the next."""
_NONE: frozenset[str] = frozenset()


class TokenizedText(NamedTuple):
    """The words of several texts. Immutable by agreement."""

    texts: list[list[str]]
    """The folded words of each text in order."""
    context_free: Set[str]
    """Words that somewhere have the keys that they have alone."""
    contextual: Set[str]
    """The other words."""
    keys: Set[str]
    """Keys that words have because of those beside them."""


class BatchTokenizer:
    """Finds the keys that `Lexicon.read` finds, faster where the same words come again and again."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._analysed: set[str] = {_END}
        self._function: set[str] = set()
        self._first: set[str] = set()
        self._second: set[str] = set()
        """Words that may be the first or the second of a phrase."""
        self._numbers: set[str] = set()
        """Words that may be numbers."""

    def read(self, texts: Iterable[str]) -> TokenizedText:
        """The words and keys of raw texts, each text by itself."""
        split = [folded_words(text) for text in texts]
        line = list[str]()
        for text in split:
            line += text
            line.append(_END)
        alone = set(line)
        if not alone <= self._analysed:
            self._analyse(alone - self._analysed)
        alone.discard(_END)
        if self._numbers.isdisjoint(alone) and not self._has_phrase(line):
            return TokenizedText(split, alone, _NONE, _NONE)
        return self._read_each(texts, split)

    def _read_each(self, texts: Iterable[str], split: list[list[str]]) -> TokenizedText:
        alone, together, keys = set[str](), set[str](), set[str]()
        for text, words in zip(texts, split, strict=True):
            if not self._numbers.isdisjoint(words):
                keys.update(
                    key for term in self._lexicon.terms(tokens(normalize(text))) for key, _ in term.keys
                )
                together.update(words)
                continue
            alone.update(words)
            if self._has_phrase(words):
                keys |= self._lexicon.phrase_keys(words)
        return TokenizedText(split, alone, together - alone, keys)

    def _has_phrase(self, line: Sequence[str]) -> bool:
        """Whether a phrase may stand somewhere in a line of words."""
        leading, following = self._first, self._second
        if leading.isdisjoint(line) or following.isdisjoint(line):
            return False
        return any(second in following and first in leading for first, second in pairwise(line))

    def content_length(self, words: Sequence[str]) -> int:
        """How many of the words of a text are no function words."""
        return len(words) - sum(map(self._function.__contains__, words))

    def keys(self, word: str) -> tuple[str, ...]:
        """The keys of a word alone."""
        return tuple([key for key, _ in self._lexicon.word(word).keys])

    def _analyse(self, new: Iterable[str]) -> None:
        for one in new:
            word = self._lexicon.word(one)
            if word.word_class is WordClass.FUNCTION:
                self._function.add(one)
            if word.starts_phrase:
                self._first.add(one)
            if word.continues_phrase:
                self._second.add(one)
            if word.may_be_number:
                self._numbers.add(one)
        self._analysed.update(new)
