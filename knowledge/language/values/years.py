"""Years of a text: «2015 год», «двадцать седьмого года», «в пятнадцатом году», «в 98-м»."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.data.tables import read_groups
from knowledge.language.morphology import readings
from knowledge.language.numerals import CARDINALS, ORDINALS
from knowledge.language.values.tokenizing import Piece

_WORDS = read_groups("calendar/groups")
_FIRST_YEAR, _LAST_YEAR = 1000, 2999
_CENTURY, _TWENTY = 100, 20
_LIKELY_LAST = 2040
"""The last year that news name by bare digits often."""
_FIRST_SHORT, _THIS_CENTURY = 10, 50
"""Years said by two digits; those below the second are of this century."""
_YEARS_OF_AGE = "лет"


def short_year(pieces: Sequence[Piece], place: int) -> int | None:
    """«В пятнадцатом году», «в 98-м году»; «на пятнадцатом году жизни» is no year."""
    piece, after = pieces[place], pieces[place + 1 : place + 3]
    if place == 0 or pieces[place - 1].text.lower() not in _WORDS["before_year"] or not after:
        return None
    is_year = _WORDS["year"].intersection(after[0].lemmas) and after[0].text.lower() != _YEARS_OF_AGE
    if not is_year or (after[1:] and after[1].genitive):
        return None
    digits = "".join(filter(str.isdigit, piece.text)) if piece.kind in ("number", "ordinal") else ""
    ordinal = next((ORDINALS[one] for one in piece.lemmas if one in ORDINALS), 0)
    number = int(digits) if len(digits) == 2 else ordinal
    if not _FIRST_SHORT <= number < _CENTURY:
        return None
    return number + (2000 if number < _THIS_CENTURY else 1900)


def _year_in_words(pieces: Sequence[Piece], place: int) -> tuple[int | None, int]:
    """«Двадцать седьмого года»: a year of this century, with the word for it."""
    tens, at = CARDINALS.get(pieces[place].lemma, 0), place + 1
    unit = None
    if tens >= _TWENTY and tens < _CENTURY and at < len(pieces):
        unit = next((ORDINALS[one] for one in pieces[at].lemmas if one in ORDINALS), None)
    if unit is None or unit > 9 or at + 1 >= len(pieces):
        return None, place
    is_year = bool(_WORDS["year"].intersection(pieces[at + 1].lemmas))
    return (2000 + tens + unit, at + 2) if is_year else (None, place)


def year_at(pieces: Sequence[Piece], place: int, *, named: bool = False) -> tuple[int | None, int]:
    """A year with the word for it; `named` where the word must be there."""
    if place < len(pieces) and pieces[place].kind == "word":
        return _year_in_words(pieces, place)
    if place >= len(pieces) or pieces[place].kind not in ("number", "ordinal"):
        return None, place
    digits = "".join(filter(str.isdigit, pieces[place].text))
    year = int(digits) if digits else 0
    if not _FIRST_YEAR <= year <= _LAST_YEAR or len(digits) != 4 or " " in pieces[place].text:
        return None, place
    has_word = place + 1 < len(pieces) and bool(_WORDS["year"].intersection(pieces[place + 1].lemmas))
    if has_word:
        return year, place + 2
    if named and _counts_noun(pieces, place, year):
        return None, place
    bare = pieces[place].kind == "ordinal" or (1900 <= year <= 2100)
    return (year, place + 1) if not named or bare else (None, place)


def _counts_noun(pieces: Sequence[Piece], place: int, number: int) -> bool:
    """«2054 подписи», «1985 подписей»: the noun stands as after a number, and no year is meant."""
    after = pieces[place + 1] if place + 1 < len(pieces) else None
    if pieces[place].kind != "number" or after is None or after.pos != "NOUN" or not after.genitive:
        return False
    if place and pieces[place - 1].text.lower() in _WORDS["before_year"]:
        return False
    few = number % 10 in (2, 3, 4) and number % _CENTURY not in (12, 13, 14)
    # «В мае 2024 школы закрыли»: a year of today may stand before the same form.
    return number > _LIKELY_LAST if few else number % 10 != 1 and _is_only_genitive_plural(after)


def _is_only_genitive_plural(piece: Piece) -> bool:
    found = [one.tag for one in readings(piece.text) if "NOUN" in one.tag]
    return bool(found) and all({"gent", "plur"} <= tag.grammemes or "accs" in tag.grammemes for tag in found)
