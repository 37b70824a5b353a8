"""Numbers of a text, in digits and in words: «2 800», «8,3», «двадцать пять», «полторы тысячи»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.language.values.model import Value
from knowledge.language.values.tables import numerals
from knowledge.language.values.tokenizing import Piece, cut

_THOUSAND = 1000
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Number:
    """A number that takes `pieces[first:after]`."""

    amount: float
    first: int
    after: int
    written: bool
    """In digits."""


def number_at(pieces: Sequence[Piece], place: int) -> Number | None:
    """The longest number that begins at a piece."""
    piece = pieces[place]
    if piece.kind == "number":
        amount, after = amount_of(piece.text), place + 1
        return _multiplied(pieces, Number(amount, place, after, written=True))
    if piece.kind != "word":
        return None
    return _in_words(pieces, place)


def amount_of(digits: str) -> float:
    """«2 800,5» -> 2800.5."""
    return float(re.sub(r"[^\d,.]", "", digits).replace(",", "."))


def _in_words(pieces: Sequence[Piece], place: int) -> Number | None:
    total, last, at = 0.0, float("inf"), place
    while at < len(pieces) and pieces[at].kind == "word":
        amount = word_amount(pieces[at])
        if amount is None or amount >= _THOUSAND or amount >= last or (last < 20 and amount < 20):
            break
        total, last, at = total + amount, amount, at + 1
    if at == place:
        big = word_amount(pieces[place])
        if big is None or big < _THOUSAND:
            return None
        total, at = 1.0, place
    half = " ".join(piece.lemma for piece in pieces[at : at + 2])
    if half == "с половина":
        total, at = total + _HALF, at + 2
    return _multiplied(pieces, Number(total, place, at, written=False))


def _multiplied(pieces: Sequence[Piece], number: Number) -> Number:
    """«3,5 тысячи», «два миллиона сто тысяч»: the word after a number multiplies it."""
    at = number.after
    if at < len(pieces) and pieces[at].kind == "mark" and pieces[at].text == ".":
        return number
    factor = word_amount(pieces[at]) if at < len(pieces) else None
    if factor is None or factor < _THOUSAND:
        return number
    amount, at = number.amount * factor, at + 1
    more = number_at(pieces, at) if at < len(pieces) and pieces[at].kind in ("word", "number") else None
    if more is not None and more.amount < factor:
        amount, at = amount + more.amount, more.after
    return Number(amount, number.first, at, number.written)


def word_amount(piece: Piece) -> float | None:
    """The number that a word names by itself; «сорока» the bird is none."""
    if piece.kind != "word":
        return None
    table = numerals()
    return next((table[lemma] for lemma in piece.lemmas if lemma in table), None)


def number_end(text: str, value: Value) -> int:
    """Where the number of a value ends: before the unit or the noun of «17 человек»."""
    pieces = cut(text[value.start : value.end])
    number = number_at(pieces, 0) if pieces else None
    return value.end if number is None else value.start + pieces[number.after - 1].end


def mantissa_of(text: str, value: Value) -> tuple[float, float]:
    """The number of a value without «тысяч», «миллионов» after it, and what these multiply it by."""
    pieces = cut(text[value.start : value.end])
    number = number_at(pieces, 0) if pieces else None
    last = pieces[number.after - 1] if number is not None else None
    times = word_amount(last) if last is not None and number is not None and number.after > 1 else None
    if number is None or times is None or times < _THOUSAND:
        return (number.amount if number is not None else value.low), 1.0
    return number.amount / times, times
