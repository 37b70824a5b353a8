"""A sentence as words with their readings, for what a draft has to recognise and to inflect."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pymorphy3.analyzer import Parse

from knowledge.language.morphology import readings

_WORD = re.compile(
    r"\d+-[а-яё]{4,}"
    r"|\d+(?:[ \u00a0]\d{3})*(?:[.,:]\d+)*(?:-[а-яё]{1,3})?(?![^\W\d_])"
    r"|[^\W\d_]\.(?= ?[А-ЯЁ])"
    r"|[^\W_]+(?:[-’'][^\W_]+)*"
)
_LONG_TAIL = 4
"""Letters after a hyphen that make a word of a number; fewer are the ending of an ordinal: «10-го»."""
_LIKELY = 0.04
"""A reading below this score is not considered beside a likelier one."""
_NAMES = frozenset({"Name", "Surn", "Patr", "Geox"})
_ADJECTIVES = frozenset({"ADJF", "PRTF"})


@dataclass(frozen=True)
class Word:
    """A word as written, where it stands, and what stands between it and the word before."""

    text: str
    start: int
    end: int
    before: str

    @cached_property
    def folded(self) -> str:
        return self.text.lower().replace("ё", "е")

    @cached_property
    def readings(self) -> tuple[Parse, ...]:
        """The likely ones; a word in small letters is no name: «вели» is no form of «Вель»."""
        found = likely_readings(self.text.lower())
        if self.is_capital:
            return found
        return tuple(one for one in found if not _NAMES & one.tag.grammemes) or found

    @cached_property
    def lemmas(self) -> frozenset[str]:
        return frozenset(one.normal_form.replace("ё", "е") for one in self.readings) | {self.folded}

    @property
    def lemma(self) -> str:
        return self.readings[0].normal_form.replace("ё", "е") if self.readings else self.folded

    @property
    def is_capital(self) -> bool:
        return self.text[:1].isupper()

    @property
    def is_abbreviation(self) -> bool:
        letters = [char for char in self.text if char.isalpha()]
        return len(letters) > 1 and all(char.isupper() for char in letters)

    @property
    def is_number(self) -> bool:
        """Not «240-летие», which is a noun."""
        return self.text[:1].isdigit() and not self.text[-_LONG_TAIL:].isalpha()

    def has(self, *grammemes: str) -> bool:
        """Whether one reading has all of these grammemes."""
        wanted = set(grammemes)
        return any(wanted <= one.tag.grammemes for one in self.readings)

    def pos(self, *parts: str) -> bool:
        """Whether one reading is of any of these parts of speech."""
        return any(str(one.tag.POS) in parts for one in self.readings)

    @property
    def first_pos(self) -> str:
        return str(self.readings[0].tag.POS) if self.readings else ""

    @property
    def is_adjective(self) -> bool:
        return self.first_pos in _ADJECTIVES or self.has("Apro")


@lru_cache(20_000)
def likely_readings(word: str) -> tuple[Parse, ...]:
    found = readings(word)
    least = max((one.score for one in found), default=0) * _LIKELY
    return tuple(one for one in found if one.score >= least)


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a sentence; a compound with a hyphen is one word, an initial keeps its point."""
    out: list[Word] = []
    end = 0
    for found in _WORD.finditer(text):
        out.append(Word(found[0], found.start(), found.end(), text[end : found.start()]))
        end = found.end()
    return tuple(out)


def span_text(text: str, words: Sequence[Word]) -> str:
    """The text from the first word to the last, as written."""
    return text[words[0].start : words[-1].end] if words else ""
