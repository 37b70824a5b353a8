"""By which city's clock a reader wants to be reminded: «по Москве», «по московскому времени», «мск»."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from knowledge.data.tables import read_groups, read_table, split_cell
from knowledge.language.morphology import analyse
from knowledge.language.tokens import Token

_CITIES = {
    word: split_cell(words)[0].capitalize()
    for (words,) in read_table("word_families/cities", "words")
    for word in split_cell(words)
}
_CLOCKS = read_groups("requests/reminder_zones")
_BY_CLOCK, _TIME, _MOSCOW = (_CLOCKS[group] for group in ("by", "time", "moscow"))


class Zone(NamedTuple):
    """A city in the nominative, and where in the text it is said."""

    city: str
    start: int
    end: int


def find_zone(words: Sequence[Token]) -> Zone | None:
    """The first zone that is said."""
    for place, token in enumerate(words):
        before = words[place - 1] if place else None
        by = before is not None and before.word in _BY_CLOCK
        city = _city(token) if by or token.word in _MOSCOW else ""
        if city:
            after = words[place + 1 : place + 2]
            last = after[0] if after and after[0].word in _TIME else token
            return Zone(city, before.start if by and before else token.start, last.end)
    return None


def _city(token: Token) -> str:
    """The nominative of a city's name, also of its adjective; empty of any other word."""
    lemmas = analyse(token.word).lemmas
    named = next((_CITIES[lemma] for lemma in lemmas if lemma in _CITIES), "")
    if named or token.word in _MOSCOW:
        return named or token.word
    return lemmas[0].capitalize() if token.written[:1].isupper() else ""
