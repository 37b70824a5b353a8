"""Values inside an adjective: «десятилетний Артём», «45-летний капитан», «двенадцатиметровый забор»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple

from knowledge.data.tables import read_table
from knowledge.language.morphology import analyse
from knowledge.language.values.model import Value
from knowledge.language.values.numbers import amount_of
from knowledge.language.values.tables import numerals, units
from knowledge.language.values.tokenizing import Piece
from knowledge.language.values.value_factory import make_value

_TENS = 20
_UNITS = 10
_UNIT_OF = read_table("values/compound_units", "unit", "words").index("unit", "words", str)
_ENDINGS = tuple(_UNIT_OF)


class Compound(NamedTuple):
    """The number and the unit, by its lemma, that an adjective has in it."""

    amount: float
    unit: str


@lru_cache(8_192)
def compound_of(lemma: str) -> Compound | None:
    """What the lemma of an adjective counts; «летний» alone counts nothing."""
    if not lemma.endswith(_ENDINGS):
        return None
    ending = next(one for one in _ENDINGS if lemma.endswith(one))
    amount = _amount(lemma.removesuffix(ending))
    return None if amount is None else Compound(amount, _UNIT_OF[ending])


def compound_at(pieces: Sequence[Piece], place: int) -> tuple[Value, int] | None:
    """The value of the adjective that begins at a piece, and the place after it."""
    piece, after = pieces[place], place + 1
    if piece.kind == "word":
        found = next((one for one in map(compound_of, piece.lemmas) if one is not None), None)
    elif piece.kind == "number" and after + 1 < len(pieces) and _is_hyphen(pieces, after):
        unit = next((_UNIT_OF[one] for one in pieces[after + 1].lemmas if one in _UNIT_OF), None)
        found = None if unit is None else Compound(amount_of(piece.text), unit)
        after += 2
    else:
        return None
    if found is None:
        return None
    unit_of = units()[found.unit]
    value = make_value(pieces, place, after, unit_of.kind, found.amount * unit_of.factor)
    return replace(value, unit=unit_of.name, factor=unit_of.factor, inside=True), after


def _is_hyphen(pieces: Sequence[Piece], place: int) -> bool:
    glued = pieces[place].start == pieces[place - 1].end and pieces[place].end == pieces[place + 1].start
    return glued and pieces[place].kind == "dash"


@cache
def _amount(prefix: str) -> float | None:
    """The number of a first part in the genitive: «десяти», «сорока», «тридцатипяти»."""
    whole = _number(prefix)
    if whole is not None:
        return whole
    for cut in range(3, len(prefix) - 2):
        tens, ones = _number(prefix[:cut]), _number(prefix[cut:])
        if tens is not None and ones is not None and tens >= _TENS and ones < _UNITS:
            return tens + ones
    return None


def _number(word: str) -> float | None:
    table = numerals()
    if len(word) < 2:
        return None
    return next((table[lemma] for lemma in (word, *analyse(word).lemmas) if lemma in table), None)
