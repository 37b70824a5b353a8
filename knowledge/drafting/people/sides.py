"""The country that a post or a phrase names: «министр юстиции США», «американская сторона»."""

from __future__ import annotations

from functools import cache

from knowledge.data.tables import read_table, read_words, split_cell
from knowledge.drafting.grammar.inflection import like
from knowledge.drafting.grammar.words import Word, words_of

_COUNTRIES = read_words("places/countries")


_ADJECTIVE = "кий"


@cache
def _families() -> tuple[list[str], ...]:
    return tuple(split_cell(cell) for (cell,) in read_table("word_families/countries", "words"))


@cache
def _by_word() -> dict[str, str]:
    """Adjective, people's name or the country itself -> the country's lemma."""
    found: dict[str, str] = {}
    for words in _families():
        for word in words:
            found.setdefault(word, words[0])
    return found


def country_of(word: Word) -> str | None:
    """The country that a word names, in its dictionary form; an abbreviation as written."""
    if word.is_abbreviation and word.folded in _COUNTRIES | set(_by_word()):
        return word.text
    for lemma in sorted(word.lemmas):
        if lemma in _by_word():
            return _by_word()[lemma]
        if lemma in _COUNTRIES and word.is_capital:
            return lemma
    return None


def side_of(phrase: str) -> str | None:
    """The country that a post names: «министр юстиции США» -> «США»."""
    for word in words_of(phrase):
        if (word.is_abbreviation or word.is_capital or word.is_adjective) and (found := country_of(word)):
            return found if found.isupper() else like(found, "Страна")
    return None


def adjective_of(side: str) -> str | None:
    """«американский» of «США»."""
    found = _by_word().get(side.lower())
    if found is None:
        return None
    words = next(words for words in _families() if words[0] == found)
    return next((word for word in words if word.endswith(_ADJECTIVE)), None)


def same_country(first: str, second: str) -> bool:
    """Whether two names are of one country: «КНР» and «Китай»."""
    mine, theirs = first.lower(), second.lower()
    return mine == theirs or _by_word().get(mine, mine) == _by_word().get(theirs, theirs)
