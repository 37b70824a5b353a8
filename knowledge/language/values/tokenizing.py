"""A text cut for reading values: numbers with their thousands together, clock times, signs, words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.data.tables import read_words
from knowledge.language.morphology import analyse

_TOKEN = re.compile(
    r"""
    (?P<date>\d{1,2}\.\d{1,2}\.\d{2,4}(?!\d))
    | (?P<clock>\d{1,2}:\d{2}(?!\d))
    | (?P<score>\d{1,3}:\d{1,3}(?!\d))
    | (?P<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?(?!\d) | \d+(?:[.,]\d+)?)
      (?P<ending>-?(?:[йяемхю]|го|му|ый|ой|ий|ая|ое|ого|ому|ым|ую|ых|ти|х|ми)\b)?
    | (?P<unit>км/ч|м/с|кв\.\ ?м|куб\.\ ?м|м[23²³]\b)
    | (?P<word>[^\W\d_]+)
    | (?P<sign>[%№$₽€¥£₸°])
    | (?P<dash>[–—-])
    | (?P<mark>[.,;:!?()«»"])
    """,
    re.VERBOSE,
)
_SHORT = read_words("values/abbreviations")
_LONGEST_NUMBER = 24
"""Characters; what is longer is no amount, and beyond what a float or an int can be read from."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, number, sign or mark of the text. `lemmas` are of a word or the folded sign."""

    kind: str
    text: str
    start: int
    end: int
    lemmas: tuple[str, ...] = ()
    pos: str = ""
    animate: bool = False
    genitive: bool = False
    plural: bool = False

    @property
    def lemma(self) -> str:
        return self.lemmas[0] if self.lemmas else ""


def cut(text: str) -> list[Piece]:
    """The pieces of a text, in order; white space and what is none of the kinds is left out."""
    out: list[Piece] = []
    for found in _TOKEN.finditer(text):
        kind = next(
            name
            for name in ("date", "clock", "score", "number", "unit", "word", "sign", "dash", "mark")
            if found[name]
        )
        if kind == "number" and found["ending"]:
            kind = "ordinal"
        written = found[0]
        if kind == "mark" and written == "." and _is_of_abbreviation(text, found.end(), out):
            continue
        if kind in ("number", "ordinal") and len(written) > _LONGEST_NUMBER:
            kind = "code"
        if kind in ("number", "ordinal") and _is_of_name(text, found.start(), out):
            kind = "code"
        if kind == "word":
            folded = written.lower().replace("ё", "е")
            known = analyse(folded)
            lemmas = tuple(dict.fromkeys((*known.lemmas, folded)))
            out.append(
                Piece(
                    kind,
                    written,
                    found.start(),
                    found.end(),
                    lemmas,
                    known.first_pos,
                    known.animate,
                    known.genitive,
                    "plur" in known.genders,
                )
            )
        else:
            folded = re.sub(r"\s", "", written).lower()
            out.append(Piece(kind, written, found.start(), found.end(), (folded,)))
    return out


def _is_of_name(text: str, start: int, before: Sequence[Piece]) -> bool:
    """The 2 of «Н2» and the 95 of «К-95» count nothing."""
    if not before or before[-1].end != start:
        return False
    if before[-1].kind == "word":
        return True
    is_joined = before[-1].kind == "dash" and len(before) > 1 and before[-2].kind == "word"
    return is_joined and before[-2].end == before[-1].start and text[before[-1].start] == "-"


def _is_of_abbreviation(text: str, end: int, before: Sequence[Piece]) -> bool:
    """The point of «350 тыс. рублей» ends no sentence."""
    is_short = bool(before) and before[-1].end == end - 1 and before[-1].text.lower() in _SHORT
    return is_short and text[end:].lstrip()[:1].islower()
