"""Words for generated bases: the most frequent are Russian, the rest combine syllables and real endings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from random import Random

from pymorphy3 import MorphAnalyzer

from knowledge.language.synonyms import synonym_groups

_COMMON = 3_000
"""How many of the most frequent words are real."""
_MOST_FORMS = 8
_CONSONANTS = "б в г д ж з к л м н п р с т ф х ч ш ст пр кр тр гр бл пл сл".split()
_SYLLABLES = tuple(consonant + vowel for consonant in _CONSONANTS for vowel in "аеиоу")
_PARADIGMS = (
    ("ник", "", "а", "у", "ом", "е", "и", "ов", "ами"),
    ("тел", "ь", "я", "ю", "ем", "е", "и", "ей", "ями"),
    ("изм", "", "а", "у", "ом", "е"),
    ("ость", "", "ью"),
    ("к", "а", "и", "е", "у", "ой", "ами", "ах"),
    ("ств", "о", "а", "у", "ом", "е"),
    ("ени", "е", "я", "ю", "ем", "и", "й", "ям"),
    ("ци", "я", "и", "ю", "ей", "й", "ям", "ями"),
    ("ск", "ий", "ого", "ому", "им", "ая", "ой", "ую", "ие", "их"),
    ("н", "ый", "ого", "ому", "ым", "ая", "ой", "ую", "ые", "ых"),
    ("ирова", "ть", "л", "ла", "ли"),
)
"""A suffix with its endings, the dictionary form first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word's dictionary form and all forms that a text may use."""

    lemma: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Words, the most frequent first, with cumulative Zipf weights."""

    words: tuple[Word, ...]
    weights: tuple[float, ...]

    def draw(self, random: Random, count: int) -> list[Word]:
        return random.choices(self.words, cum_weights=self.weights, k=count)


def vocabulary(size: int, random: Random) -> Vocabulary:
    """`size` words with different dictionary forms."""
    found = {word.lemma: word for word in _dictionary_words()[: min(_COMMON, size // 2)]}
    while len(found) < size:
        made = _invented_word(random)
        found.setdefault(made.lemma, made)
    words = tuple(found.values())
    return Vocabulary(words=words, weights=tuple(accumulate(1 / (rank + 10) for rank in range(len(words)))))


def _invented_word(random: Random) -> Word:
    stem = "".join(random.choices(_SYLLABLES, k=random.choice((1, 2, 2, 3))))
    suffix, *endings = random.choice(_PARADIGMS)
    forms = tuple(stem + suffix + ending for ending in endings)
    return Word(lemma=forms[0], forms=forms)


@cache
def _dictionary_words() -> tuple[Word, ...]:
    """Words of the engine's synonym lists, shuffled."""
    lemmas = sorted(
        {word for group in synonym_groups() for word in group if " " not in word and len(word) > 3}
    )
    Random(0).shuffle(lemmas)
    analyser = MorphAnalyzer(lang="ru")
    return tuple(Word(lemma=lemma, forms=tuple(_forms(analyser, lemma))) for lemma in lemmas[:_COMMON])


def _forms(analyser: MorphAnalyzer, lemma: str) -> Iterator[str]:
    lexeme = analyser.parse(lemma)[0].lexeme
    yield from dict.fromkeys(form.word.replace("ё", "е") for form in lexeme[: _MOST_FORMS * 2 : 2])
