"""Normalisation and tokens: one spelling of what Unicode allows to be spelt in many ways."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

LONGEST_QUESTION = 4096
"""Characters read of a question; Telegram sends no more in one message."""

_SPACES = re.compile(r"\s+")
_PLAIN = re.compile(r"[а-яА-ЯёЁa-zA-Z0-9 .,!?:;()\"'«»–—№%/+=*-]*")
"""Texts that normalisation changes in ё and spaces only."""
_LETTERS = re.compile(r"[а-яА-ЯёЁa-zA-Z .,!?:;()\"«»–—%/+=*-]*")
"""The same without signs that join or number words."""
_LETTERS_ALONE = re.compile("[а-яa-z]+")
ORDINAL_ENDING = "(?:-[мх]|-?(?:[йяею]|ья|ье|ью|ый|ой|ий|ая|ое|ого|его|го|ому|ему|му|ым|им|ую|ые|ых|ом|ем))"
_WORD = re.compile(rf"№ ?\d+|\d+{ORDINAL_ENDING}(?![^\W_])|[^\W_]+(?:['’`][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?…;\n]+(?=\s|$)")
_SKIN_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_FOLDED = str.maketrans({"ё": "е", "Ё": "Е", "’": "'", "`": "'", "´": "'", "\u00ad": None, "\u0301": None})

_TOKENS_CACHED, _SHORT = 2_048, 200
"""Short texts are cached: a question is tokenized several times."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the text: as written, folded for matching, and where it stands."""

    written: str
    word: str
    start: int
    end: int
    glued: bool = False
    """Whether a hyphen joins it to the word before: the 2 of «Иволга-2»."""

    @property
    def capitalised(self) -> bool:
        return self.written[:1].isupper()


def normalize(text: str) -> str:
    """Text in NFKC without control characters and emoji, white space folded, ё as е; letter case kept."""
    if _PLAIN.fullmatch(text, endpos=LONGEST_QUESTION):
        folded = text[:LONGEST_QUESTION].replace("ё", "е").replace("Ё", "Е").strip()
        return _SPACES.sub(" ", folded) if "  " in folded else folded
    # «№» is kept: composed, «№2» would be a Latin word.
    composed = "№".join(unicodedata.normalize("NFKC", part) for part in text[:LONGEST_QUESTION].split("№"))
    kept = "".join(_kept(char) for char in composed)
    # Composed once more, for letters that an invisible sign kept apart; one sign («ﷺ») may become a line.
    joined = "№".join(unicodedata.normalize("NFKC", part) for part in kept.split("№"))[:LONGEST_QUESTION]
    return _SPACES.sub(" ", joined.translate(_FOLDED)).strip()


def _kept(char: str) -> str:
    """The character, a space for one that only separates, nothing for an invisible one."""
    if char == "№":
        return char
    category = unicodedata.category(char)
    if category == "Cf":
        return ""
    if category in {"Mn", "Me"}:
        return ""
    return " " if category[0] in "CZ" or category == "So" or char in _SKIN_TONES else char


def tokens(text: str) -> tuple[Token, ...]:
    """The words and numbers of a normalised text; a compound is several words, «2-я» is one."""
    return _cached(text) if len(text) <= _SHORT else _tokenize(text)


def folded_words(text: str) -> list[str]:
    """The folded words of `tokens` of a raw text, twice as fast; most texts have only letters."""
    if _LETTERS.fullmatch(text, endpos=LONGEST_QUESTION):
        return _LETTERS_ALONE.findall(text[:LONGEST_QUESTION].lower().replace("ё", "е"))
    return [word.lower() for word in _WORD.findall(normalize(text))]


def _tokenize(text: str) -> tuple[Token, ...]:
    hyphened = "-" in text
    out = []
    for found in _WORD.finditer(text):
        written, (start, end) = found.group(), found.span()
        out.append(Token(written, written.lower(), start, end, hyphened and _glued(text, start)))
    return tuple(out)


def _glued(text: str, start: int) -> bool:
    return start > 1 and text[start - 1] == "-" and text[start - 2].isalnum()


_cached = lru_cache(_TOKENS_CACHED)(_tokenize)


def sentences(text: str) -> tuple[str, ...]:
    """The text split after each end of a sentence; a decimal point splits nothing."""
    return tuple(part.strip() for part in _SENTENCE_END.split(text) if part and part.strip())
