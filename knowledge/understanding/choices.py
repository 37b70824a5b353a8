"""An offer taken or left in words: «давай 1», «первый вариант», «ни один»."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_words
from knowledge.language.morphology import analyse
from knowledge.language.numerals import CARDINALS, ORDINALS

_FILLERS = read_words("requests/choice_fillers")
_DECLINES = frozenset(map(tuple, (phrase.split() for phrase in read_words("requests/declines"))))
_ACCEPTS = frozenset(map(tuple, (phrase.split() for phrase in read_words("requests/accepts"))))
_ITEMS = read_words("requests/list_items")
_LAST = "последний"
_MOST_WORDS = 4


def choice_number(words: Sequence[str], offered: int) -> int | None:
    """The number that a whole message names, counted from 1: «2», «давай первый вариант», «последний»."""
    left = [word for word in words if word not in _FILLERS]
    if len(left) != 1 or len(words) > _MOST_WORDS:
        return None
    word = left[0]
    if word.isdecimal():
        return int(word) if len(word) == 1 else None
    lemmas = analyse(word).lemmas
    if _LAST in lemmas:
        return offered
    found = (table[lemma] for table in (ORDINALS, CARDINALS) for lemma in lemmas if lemma in table)
    return next(found, None)


def names_item(words: Sequence[str]) -> bool:
    """«Пункт 2», «номер 1»: an item of a list, though nothing was offered."""
    return any(_ITEMS.intersection(analyse(word).lemmas) for word in words)


def accepts(words: Sequence[str]) -> bool:
    """Whether a whole message takes what was offered without saying which: «да, давай»."""
    return tuple(words) in _ACCEPTS


def declines(words: Sequence[str]) -> bool:
    """Whether a whole message leaves what was offered."""
    return tuple(words) in _DECLINES
