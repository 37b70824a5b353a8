"""Finds what was typed in the wrong letters: the other layout, transliteration, a hyphen left out."""

from __future__ import annotations

import re

from knowledge.language.keyboard_layout import (
    is_cyrillic,
    is_latin,
    latin_layout,
    russian_layout,
    transliterated,
    unmixed,
)
from knowledge.language.morphology import is_known
from knowledge.language.nearest_words import NearestWords
from knowledge.language.numerals import ROMAN
from knowledge.language.spelling_candidates import SpellingCandidates
from knowledge.language.tokens import tokens

LONGEST_MENDED = 40
"""No Russian word is longer; looking for one near a line of letters would take seconds."""
_CHUNK = re.compile(r"\S+")
_LETTERS = re.compile(r"[^a-zа-яё]", re.IGNORECASE)


class Retyper:
    """Puts text into the letters that were meant, by the words of the base and the dictionary."""

    def __init__(self, forms: SpellingCandidates, nearest: NearestWords) -> None:
        self._forms, self._nearest = forms, nearest

    def retype(self, text: str) -> str:
        """The text in Russian letters, if Latin ones were typed for them."""
        text = _CHUNK.sub(lambda found: self._hyphenated(unmixed(found.group())), text)
        chunks = [found.group() for found in _CHUNK.finditer(text)]
        latin = [chunk for chunk in chunks if is_latin(chunk) and _LETTERS.sub("", chunk) not in ROMAN]
        foreign = [chunk for chunk in latin if not self._holds(chunk)]
        if not foreign:
            return self._named_in_latin(text)
        by_keys = sum(self._readable(russian_layout(chunk)) for chunk in foreign)
        by_sound = sum(self._readable(transliterated(chunk)) for chunk in foreign)
        if not max(by_keys, by_sound):
            return text
        retype = russian_layout if by_keys > by_sound else transliterated
        if retype is russian_layout and len(foreign) == len(chunks):
            return russian_layout(text)
        return _CHUNK.sub(lambda found: retype(found[0]) if found[0] in foreign else found[0], text)

    def _holds(self, chunk: str) -> bool:
        """Whether the base has a Latin chunk, or each part of one with a hyphen: «Wi-Fi»."""
        parts = tokens(chunk)
        if _LETTERS.sub("", chunk).lower() in self._forms:
            return True
        return len(parts) > 1 and all(part.word in self._forms.own for part in parts)

    def _hyphenated(self, chunk: str) -> str:
        """«wifi» as the base has it, in two words: «wi-fi»."""
        word = _LETTERS.sub("", chunk).lower()
        if (
            len(word) > LONGEST_MENDED
            or word != chunk.lower().rstrip(".,!?")
            or not is_latin(word)
            or word in self._forms
        ):
            return chunk
        for cut in range(2, len(word) - 1):
            if word[:cut] in self._forms.own and word[cut:] in self._forms.own:
                return f"{chunk[:cut]}-{chunk[cut:]}"
        return chunk

    def _named_in_latin(self, text: str) -> str:
        """«Днтср» -> «Lynch», where the base spells a name in Latin."""

        def retype(found: re.Match[str]) -> str:
            word = _LETTERS.sub("", latin_layout(found.group())).lower()
            if len(word) <= 2 or not is_latin(word) or word not in self._forms.own:
                return found.group()
            typed = found.group().lower()
            return found.group() if typed in self._forms or is_known(typed) else word

        return _CHUNK.sub(retype, text)

    def _readable(self, chunk: str) -> int:
        """How many letters of a chunk stand in words that are known once retyped."""
        words = [token.word for token in tokens(chunk)]
        return sum(len(word) for word in words if is_cyrillic(word) and self._recognised(word))

    def _recognised(self, word: str) -> bool:
        if word in self._forms or is_known(word):
            return True
        return len(word) <= LONGEST_MENDED and self._nearest.by_stem(word, 1) is not None
