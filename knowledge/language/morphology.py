"""Dictionary forms of Russian words, by pymorphy3, remembered: a parse costs 70 µs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from pymorphy3 import MorphAnalyzer
from pymorphy3.tagset import OpencorporaTag

_LIKELY = 0.12
"""A reading counts from this share of the likeliest one's score."""
_REMEMBERED = 200_000
_NAME_TAGS = frozenset({"Geox", "Surn", "Name", "Patr", "Orgn", "Trad"})
_GENITIVES = frozenset({"gent", "gen1", "gen2"})
_NOTHING: frozenset[str] = frozenset()
_MOODS = frozenset({"impr", "1per", "2per", "3per", "past", "futr", "pres"})


@dataclass(frozen=True, slots=True)
class Morphology:
    """What a word may be: its lemmas, likeliest first, with parts of speech and marks."""

    lemmas: tuple[str, ...]
    pos: frozenset[str]
    """OpenCorpora parts of speech of the likely readings, of the likeliest one in `first_pos`."""
    first_pos: str
    marks: frozenset[str]
    """Grammemes of a name (`Geox`, `Surn`, `Name`…) that a likely reading carries."""
    moods: frozenset[str]
    """Grammemes of the verb forms it may be: `impr`, `infn`, `1per`, `past`…"""
    genders: frozenset[str]
    """`masc`, `femn`, `neut`, `plur` of a noun's likely readings."""
    animate: bool
    """Whether it may be a person or an animal."""
    known: bool
    """Whether the dictionary holds the word, rather than guessing it by its ending."""


@cache
def _analyser() -> MorphAnalyzer:
    return MorphAnalyzer(lang="ru")


@lru_cache(maxsize=_REMEMBERED)
def analyse(word: str) -> Morphology:
    """Readings of a folded word (lower case, е for ё). Never fails: any text gets a guess."""
    try:
        parses = _analyser().parse(word)
    except ValueError:
        # It asks for the Unicode name of each letter, and some (Tangut's, say) have none.
        parses = []
    if not parses:
        return Morphology(
            (word,), frozenset(), "", frozenset(), frozenset(), frozenset(), animate=False, known=False
        )
    best = max(parse.score for parse in parses)
    likely = [parse for parse in parses if parse.score >= best * _LIKELY]
    lemmas = tuple(dict.fromkeys(parse.normal_form.replace("ё", "е") for parse in likely))
    marks = [_mark(parse.tag) for parse in likely]
    first = marks[0]
    return Morphology(
        lemmas=lemmas,
        pos=_one(frozenset([mark.pos for mark in marks])),
        first_pos=first.pos,
        marks=_one(_NOTHING.union(*[mark.names for mark in marks])) if first.names else _NOTHING,
        moods=_one(_NOTHING.union(*[mark.moods for mark in marks])),
        genders=_one(frozenset([mark.gender for mark in marks if mark.pos == "NOUN"])),
        animate=first.animate,
        known=is_known(word),
    )


@cache
def _one(names: frozenset[str]) -> frozenset[str]:
    """The same set for all words that have it: there are few, and a quarter of a million words."""
    return names


class _Mark(NamedTuple):
    """What one of the dictionary's few thousand tags says."""

    pos: str
    names: frozenset[str]
    moods: frozenset[str]
    gender: str
    animate: bool


@cache
def _mark(tag: OpencorporaTag) -> _Mark:
    grammemes = frozenset(map(str, tag.grammemes))
    return _Mark(
        pos=str(tag.POS),
        names=grammemes & _NAME_TAGS,
        moods=grammemes & _MOODS,
        gender="plur" if tag.number == "plur" else str(tag.gender),
        animate="anim" in grammemes,
    )


@lru_cache(maxsize=_REMEMBERED)
def is_known(word: str) -> bool:
    """`analyse(word).known` at a third of the price."""
    return bool(_analyser().word_is_known(word))


def lemma(word: str) -> str:
    """The likeliest dictionary form."""
    return analyse(word).lemmas[0]


@lru_cache(maxsize=_REMEMBERED)
def agrees_with_ordinal(word: str) -> bool:
    """Whether a noun may follow an ordinal and no numeral: «2 регата», but «2 регаты», «5 человек»."""
    likely = analyse(word)
    if likely.first_pos != "NOUN" or not likely.known:
        return False
    parses = [parse for parse in _analyser().parse(word) if str(parse.tag.POS) == "NOUN"]
    return all(parse.tag.number == "sing" and not _GENITIVES & parse.tag.grammemes for parse in parses)
