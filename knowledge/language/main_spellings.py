"""The main spelling of names that a base has in several or in Latin letters: «Шенкунь» is «Шэнкунь»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.distance import OSA

from knowledge.language.keyboard_layout import has_latin, is_cyrillic, is_latin
from knowledge.language.spelling_variants import stem
from knowledge.language.tokens import folded_words, tokens

_MOST_SLIPS = 2
_SHORTEST = 5
"""Of a word that stands at another place of the name; a shorter one may be another word."""


class MainSpellings:
    """Made of names, each with its other spellings."""

    def __init__(self, names: Iterable[tuple[str, Sequence[str]]]) -> None:
        names = tuple(names)
        main = {word for name, _ in names for word in folded_words(name)}
        self._by_word: dict[str, str] = {}
        for name, others in names:
            for other in others:
                for word, meant in _pairs(folded_words(name), folded_words(other)):
                    if word not in main:
                        self._by_word.setdefault(word, meant)
        self._by_stem = {stem(word): stem(meant) for word, meant in self._by_word.items()}

    def respell(self, text: str) -> str:
        """The text with the main spelling of each name, in the form that stands there."""
        parts, end = [], 0
        for token in tokens(text) if self._by_word else ():
            word = self._of(token.word)
            if word is not None:
                parts += [text[end : token.start], word.capitalize() if token.capitalised else word]
                end = token.end
        return "".join([*parts, text[end:]])

    def _of(self, word: str) -> str | None:
        if word in self._by_word:
            return self._by_word[word]
        short = stem(word)
        return self._by_stem[short] + word[len(short) :] if short in self._by_stem else None


class LatinNames:
    """Puts the main name of a base where a text has the whole of one in Latin letters."""

    def __init__(self, names: Iterable[tuple[str, Sequence[str]]]) -> None:
        self._main = {
            " ".join(folded_words(other)): name
            for name, others in names
            for other in others
            if is_latin(other.replace(" ", ""))
        }
        runs = "|".join(re.escape(one) for one in sorted(self._main, key=len, reverse=True))
        self._run = re.compile(rf"\b(?:{runs})\b", re.IGNORECASE) if runs else None

    def replace(self, text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
        """«Где Ivan Petrov» -> «Где Иван Петров», and each name as written and as read."""
        if self._run is None or not has_latin(text) or not is_cyrillic(text):
            return text, ()
        named = tuple((found[0], self._main[found[0].lower()]) for found in self._run.finditer(text))
        return self._run.sub(lambda found: self._main[found[0].lower()], text), named


def _pairs(name: Sequence[str], other: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each word of another spelling that differs, with the word of the name that it stands for."""
    for place, word in enumerate(other):
        if word in name:
            continue
        if len(name) == len(other) and _is_alike(word, name[place]):
            yield word, name[place]
            continue
        alike = [one for one in name if min(len(one), len(word)) >= _SHORTEST and _is_alike(word, one)]
        if alike:
            yield word, alike[0]


def _is_alike(word: str, other: str) -> bool:
    return OSA.distance(word, other) <= _MOST_SLIPS
