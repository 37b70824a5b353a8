"""Dictionary forms of Russian words, by pymorphy3, remembered: a parse costs 70 µs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from pymorphy3 import MorphAnalyzer
from pymorphy3.analyzer import Parse
from pymorphy3.tagset import OpencorporaTag

_LIKELY = 0.12
"""A reading counts from this share of the likeliest one's score."""
_REMEMBERED = 60_000
"""Words; each takes about 1 kB."""
_NAME_TAGS = frozenset({"Geox", "Surn", "Name", "Patr", "Orgn", "Trad"})
GENITIVES = frozenset({"gent", "gen1", "gen2"})
_DISTORTED = "Dist"
_COLLOQUIAL = frozenset({_DISTORTED, "Slng", "Infr"})
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
    genitive: bool
    """Whether it may be a noun in the genitive."""
    always_name: bool
    """Whether every likely reading is a name: «линч» is, «вели» (Вель, вести) is not."""
    distorted: bool
    """Whether the dictionary has it as a misspelling of another form only: «ето»."""
    known: bool
    """Whether the dictionary holds the word, rather than guessing it by its ending."""


@cache
def analyser() -> MorphAnalyzer:
    """The dictionary, opened once."""
    return MorphAnalyzer(lang="ru", result_type=None)


@lru_cache(maxsize=_REMEMBERED)
def analyse(word: str) -> Morphology:
    """Readings of a folded word (lower case, е for ё). Never fails: any text gets a guess."""
    try:
        parses = analyser().parse(word)
    except ValueError:
        # It asks for the Unicode name of each letter, and some (Tangut's, say) have none.
        parses = []
    if not parses:
        return Morphology(
            (word,),
            frozenset(),
            "",
            frozenset(),
            frozenset(),
            frozenset(),
            animate=False,
            genitive=False,
            known=False,
            always_name=False,
            distorted=False,
        )
    least = max([parse.score for parse in parses]) * _LIKELY
    likely = [parse for parse in parses if parse.score >= least]
    lemmas = tuple(dict.fromkeys([parse.normal_form.replace("ё", "е") for parse in likely]))
    # Positional, which is quicker: what a combination of tags says is worked out once.
    return Morphology(lemmas, *_reading(tuple([parse.tag for parse in likely])), is_known(word))


@cache
def _inflecting() -> type[Parse]:
    """The class of readings that can be inflected; `analyser` gives plain tuples, which are quicker."""
    return type("InflectingParse", (Parse,), {"_morph": analyser(), "_dict": analyser().dictionary})


@cache
def _reading(
    tags: tuple[OpencorporaTag, ...],
) -> tuple[frozenset[str], str, frozenset[str], frozenset[str], frozenset[str], bool, bool, bool, bool]:
    """All of a `Morphology` that the tags of the likely readings say, in its order; a few thousand differ."""
    marks = [_mark(tag) for tag in tags]
    first = marks[0]
    return (
        frozenset([mark.pos for mark in marks]),
        first.pos,
        _NOTHING.union(*[mark.names for mark in marks]) if first.names else _NOTHING,
        _NOTHING.union(*[mark.moods for mark in marks]),
        frozenset([mark.gender for mark in marks if mark.pos == "NOUN"]),
        first.animate,
        any(mark.genitive for mark in marks),
        all(mark.names for mark in marks),
        all(mark.distorted for mark in marks),
    )


class _Mark(NamedTuple):
    """What one of the dictionary's few thousand tags says."""

    pos: str
    names: frozenset[str]
    moods: frozenset[str]
    gender: str
    animate: bool
    genitive: bool
    distorted: bool


@cache
def _mark(tag: OpencorporaTag) -> _Mark:
    grammemes = frozenset(map(str, tag.grammemes))
    return _Mark(
        pos=str(tag.POS),
        names=grammemes & _NAME_TAGS,
        moods=grammemes & _MOODS,
        gender="plur" if tag.number == "plur" else str(tag.gender),
        animate="anim" in grammemes,
        genitive="NOUN" in grammemes and bool(grammemes & GENITIVES),
        distorted=_DISTORTED in grammemes,
    )


@lru_cache(maxsize=_REMEMBERED)
def is_known(word: str) -> bool:
    """`analyse(word).known` at a third of the price."""
    return is_in_dictionary(word)


def is_in_dictionary(word: str) -> bool:
    """The same for words made up to be looked up once, which nobody need remember."""
    return bool(analyser().word_is_known(word))


@lru_cache(maxsize=2_048)
def inflections(word: str) -> frozenset[str]:
    """All forms of a folded word's readings, folded; the word alone if the dictionary does not know it."""
    if not is_known(word):
        return frozenset({word})
    dictionary = analyser()
    lexemes = (dictionary.get_lexeme(parse) for parse in dictionary.parse(word))
    return frozenset(form[0].replace("ё", "е") for lexeme in lexemes for form in lexeme) | {word}


def undistorted(word: str) -> str | None:
    """The form that a folded misspelling of the dictionary stands for («ето»: «это»), None of other words."""
    if not analyse(word).distorted:
        return None
    dictionary = analyser()
    for reading in dictionary.parse(word):
        meant = set(map(str, reading.tag.grammemes)) - _COLLOQUIAL
        for form in dictionary.get_lexeme(reading):
            if set(map(str, form[1].grammemes)) == meant:
                return str(form[0]).replace("ё", "е")
    return None


@lru_cache(maxsize=20_000)
def readings(word: str) -> tuple[Parse, ...]:
    """The dictionary's own readings of a word, likeliest first, for what has to inflect it."""
    try:
        return tuple(map(_inflecting()._make, analyser().parse(word.lower())))
    except ValueError:
        return ()


def lemma(word: str) -> str:
    """The likeliest dictionary form."""
    return analyse(word).lemmas[0]
