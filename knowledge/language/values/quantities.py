"""Numbers with the unit or the noun that they count, and ordinals: «25 тысяч рублей», «станций семь»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.data.tables import read_groups, read_table, read_words
from knowledge.language.calendar_words import WEEKDAY_FORMS
from knowledge.language.numerals import ORDINALS
from knowledge.language.semantic_classes import TIMES
from knowledge.language.values.model import Value, ValueKind
from knowledge.language.values.numbers import Number
from knowledge.language.values.tables import Unit, units
from knowledge.language.values.tokenizing import Piece
from knowledge.language.values.value_factory import make_value

_PREPOSITIONS = read_groups("function_words/prepositions")
_LIKE_UNITS, _PER = _PREPOSITIONS["like_a_unit"], _PREPOSITIONS["per"]
_POWERS = read_table("values/powers", "unit", "words").index("unit", "words", str)
_EACH = read_groups("calendar/recurring")["each"]
_WHOLE = 100.0
_NOUN_REACHES = 3
_OPENING_REACHES = 4
_PEOPLE_ALONE = read_words("numerals/collective")


def quantity_at(pieces: Sequence[Piece], number: Number, before: str) -> tuple[Value, int]:
    """A number with the unit or the noun after it, or the noun before it («станций семь»)."""
    unit, after = _unit(pieces, number.after)
    if unit is not None:
        value = make_value(pieces, number.first, after, unit.kind, number.amount * unit.factor, before=before)
        nouns, _ = _noun(pieces, after)
        return replace(value, unit=unit.name, factor=unit.factor, nouns=nouns), after
    nouns, noun_end = _noun(pieces, number.after, single=number.amount % 10 == 1)
    kind, end = ValueKind.COUNT, noun_end
    if not nouns:
        end = number.after
        alone = _PEOPLE_ALONE.intersection(pieces[number.first].lemmas)
        if alone:
            nouns = ("человек",)
        elif number.first and _is_counted_before(pieces, number.first - 1):
            nouns = (pieces[number.first - 1].lemma,)
        elif opening := _noun_that_opens(pieces, number.first):
            nouns = (opening,)
        else:
            kind = ValueKind.NUMBER
    value = make_value(pieces, number.first, end, kind, number.amount, before=before)
    return replace(value, nouns=nouns), max(
        number.after, end if nouns and end > number.after else number.after
    )


def _unit(pieces: Sequence[Piece], place: int) -> tuple[Unit | None, int]:
    """The unit at a piece: «рублей», «%», «квадратных метров», «процентных пункта»."""
    table = units()
    at = place
    while at < min(place + 2, len(pieces)) and pieces[at].pos in ("ADJF", "PRTF"):
        at += 1
    if at >= len(pieces):
        return None, place
    if at > place and pieces[at - 1].lemma == "процентный":
        return table["процент"], at + 1
    if at > place and pieces[at - 1].lemma in _POWERS and pieces[at].lemma == "метр":
        return table[_POWERS[pieces[at - 1].lemma]], at + 1
    unit = next((table[one] for one in pieces[at].lemmas if one in table), None)
    if unit is None or (at > place and unit.kind is ValueKind.DURATION and pieces[at - 1].pos == "PRTF"):
        return None, place
    single = len(pieces[at].text) == 1 and pieces[at].kind == "word"
    if (
        single
        and at + 1 < len(pieces)
        and pieces[at + 1].kind == "word"
        and pieces[at].text.lower() in _LIKE_UNITS
    ):
        return None, place
    end = at + 1
    if (
        pieces[at].kind == "word"
        and end + 1 < len(pieces)
        and pieces[end].text == "."
        and len(pieces[at].text) <= 3
    ):
        end += 1
    speed = _speed(pieces, at, end)
    return (speed, end + 2) if speed is not None else (unit, end)


def _speed(pieces: Sequence[Piece], place: int, end: int) -> Unit | None:
    """The unit of «метров в секунду», of which the part before `end` is a unit by itself."""
    if end + 1 >= len(pieces) or pieces[end].text.lower() not in _PER:
        return None
    per = (f"{one} в {other}" for one in pieces[place].lemmas for other in pieces[end + 1].lemmas)
    return next((units()[phrase] for phrase in per if phrase in units()), None)


def _noun(pieces: Sequence[Piece], place: int, *, single: bool = False) -> tuple[tuple[str, ...], int]:
    """Lemmas of the noun that follows, perhaps after adjectives; nothing past a mark or a preposition."""
    adjectives: list[str] = []
    for at in range(place, min(place + _NOUN_REACHES, len(pieces))):
        piece = pieces[at]
        if piece.kind != "word" or piece.pos in ("PREP", "CONJ", "VERB", "PRCL"):
            break
        if piece.pos == "NOUN" and (_is_name(piece) or not (piece.genitive or single or at == place)):
            break
        if piece.pos == "NOUN":
            return (piece.lemma, *(lemma for lemma in piece.lemmas[1:]), *adjectives), at + 1
        if piece.pos not in ("ADJF", "PRTF"):
            break
        adjectives.append(piece.lemma)
    return (), place


def _is_counted_before(pieces: Sequence[Piece], place: int) -> bool:
    """«Станций семь», but neither «у Лады 225» nor «для детей 50»."""
    noun = pieces[place]
    if noun.pos != "NOUN" or not noun.genitive:
        return False
    return not (place and (pieces[place - 1].pos == "PREP" or _is_name(noun)))


def _is_name(noun: Piece) -> bool:
    return noun.text[:1].isupper() and not noun.text.isupper()


def _noun_that_opens(pieces: Sequence[Piece], place: int) -> str | None:
    """«Снимков сделали 5 260», «остановок на ней девять»: the noun in the genitive that opens the clause."""
    start = place
    while start and pieces[start - 1].kind == "word" and place - start < _OPENING_REACHES:
        start -= 1
    while start < place and pieces[start].pos in ("CONJ", "PRCL"):
        start += 1
    first = pieces[start]
    if start >= place - 1 or first.pos != "NOUN" or not first.genitive or not first.plural:
        return None
    if start and pieces[start - 1].text != "." and _is_name(first):
        return None  # «…, Ренат получил 25» reads as the genitive of «рената»
    return first.lemma


def ordinal_at(pieces: Sequence[Piece], place: int) -> tuple[Value | None, int]:
    piece = pieces[place]
    number: int | None = None
    if piece.kind == "ordinal":
        number = int("".join(filter(str.isdigit, piece.text)))
    elif piece.kind == "word" and piece.pos in ("ADJF", "NUMR", "NOUN"):
        number = next((ORDINALS[one] for one in piece.lemmas if one in ORDINALS), None)
    if number is None:
        return None, place + 1
    nouns, _ = _noun(pieces, place + 1, single=True)
    if _is_share(pieces, place, number, nouns):
        value = make_value(pieces, place - 1, place + 1, ValueKind.PERCENT, _WHOLE / number)
        return replace(value, unit="percent", nouns=nouns), place + 1
    value = make_value(pieces, place, place + 1, ValueKind.ORDINAL, number)
    return replace(value, nouns=nouns), place + 1


def _is_share(pieces: Sequence[Piece], place: int, number: int, nouns: Sequence[str]) -> bool:
    """«Каждый пятый посетитель» is a share of them; «каждый пятый день» says how often."""
    each = place > 0 and _EACH.intersection(pieces[place - 1].lemmas)
    often = units().keys() | TIMES | WEEKDAY_FORMS.keys()
    return bool(each) and number > 1 and bool(nouns) and not often.intersection(nouns)
