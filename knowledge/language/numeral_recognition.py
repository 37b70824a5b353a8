"""Ordinal or count, by the form and neighbours of a number: «2-я регата», «№ 2», «II», «второго июня»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from knowledge.data.tables import read_groups, read_table, split_cell
from knowledge.language.agreement import agrees_with_ordinal, is_genitive_singular
from knowledge.language.calendar_words import MONTHS, TO
from knowledge.language.morphology import Morphology
from knowledge.language.numerals import CARDINALS, ORDINALS, ROMAN
from knowledge.language.tokens import ORDINAL_ENDING, Token

_MARKED = re.compile(rf"№ ?(\d{{1,4}})|(\d{{1,4}}){ORDINAL_ENDING}")
_GENITIVE_DIGITS = re.compile(r"\d{1,2}-?(?:го|ого)")
_SPAN = frozenset(TO)
_LARGEST_ORDINAL = 20
"""A larger bare number before a noun is more likely a code or a year."""
_NUMBERED = frozenset({"номер"})
_DAY_OF_MONTH, _LAST_DAY = "число", 31
_YEAR, _CENTURY, _TEN, _HUNDRED = "год", 2000, 10, 100
"""«В двадцатом году» is 2020; «на пятом году» counts years."""
_YEARS = range(1000, 2200)
"""So large an ordinal in digits is a year."""
_COUNTING = "на"
_BETWEEN_DAYS = 3
"""So many words stand between the parts of «в сентябре с пятого по седьмое» at most."""
_GOVERNING = read_groups("function_words/prepositions")["genitive"]
_MEASURES = frozenset(
    read_table("values/units", "kind", "unit", "factor", "words").index("unit", "words", str)
)
_MEASURES |= frozenset(read_table("values/numerals", "number", "words").index("number", "words", str))
_MEASURED = frozenset(
    word
    for slot, words in read_table("question_words/nouns", "slot", "words")
    if slot == "number"
    for word in split_cell(words)
)


def number_keys(words: Sequence[Token], morphologies: Sequence[Morphology]) -> Mapping[int, tuple[str, ...]]:
    """Position of each number that its form or neighbours make clear -> its keys, `№2` or `#2`."""
    return dict(_found(words, morphologies))


def _found(
    words: Sequence[Token], morphologies: Sequence[Morphology]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    days = _day_ordinals(words, morphologies)
    for place, token in enumerate(words):
        ordinal = _ordinal(token, morphologies[place])
        if place in days:
            yield place, (f"#{ordinal}",)
            continue
        if ordinal is not None and (short := _short_year(words, morphologies, place, ordinal)) is not None:
            year, first = short
            yield from ((one, (f"#{year}",)) for one in range(first, place + 1))
            continue
        number = int(token.word) if token.word.isdecimal() and len(token.word) <= 2 else None
        after = morphologies[place + 1].lemmas[0] if place + 1 < len(words) else ""
        before = morphologies[place - 1].lemmas[0] if place else ""
        if token.glued and number is not None:
            yield place, (f"№{number}",)
        elif ordinal is not None and after in MONTHS:
            yield place, (f"#{ordinal}",)
        elif ordinal is not None and morphologies[place].lemmas[0] not in ORDINALS:
            # «В 2019-м», «почему 2015-й»
            yield place, (f"#{ordinal}" if ordinal in _YEARS else f"№{ordinal}",)
        elif number is not None and 0 < number <= _LARGEST_ORDINAL and after != _DAY_OF_MONTH:
            counts = after and after not in MONTHS and agrees_with_ordinal(words[place + 1].word)
            if counts or before in _NUMBERED or (place and _is_of_numbered(words, morphologies, place)):
                # «1 регата» is the first or a single one.
                yield place, (f"№{number}",) if number > 1 else ("№1", "#1")


def _day_ordinals(words: Sequence[Token], morphologies: Sequence[Morphology]) -> frozenset[int]:
    """Places of ordinals that are days of a month though no month follows: «двенадцатого числа», «до 28го»,
    «в сентябре с пятого по седьмое», the first of «с пятого по седьмое сентября»."""
    ordinals = {
        place: number
        for place, (token, one) in enumerate(zip(words, morphologies, strict=True))
        if (number := _ordinal(token, one)) is not None and 0 < number <= _LAST_DAY
    }
    found = {place for place in ordinals if _is_day(words, morphologies, place)}
    for place in sorted(ordinals, reverse=True):
        after = next((one for one in range(place + 1, place + _BETWEEN_DAYS) if one in ordinals), None)
        if after is None or not _SPAN.intersection(word.word for word in words[place + 1 : after]):
            continue
        month = {
            morphologies[one].lemmas[0]
            for one in (*range(place - _BETWEEN_DAYS, place), after + 1)
            if 0 <= one < len(words)
        }
        if after in found or month.intersection(MONTHS):
            found |= {place, after}
    return frozenset(found)


def _is_day(words: Sequence[Token], morphologies: Sequence[Morphology], place: int) -> bool:
    """«Двенадцатого числа»; digits with «го» that no noun follows which they could number."""
    after = words[place + 1].word if place + 1 < len(words) else ""
    if after and morphologies[place + 1].lemmas[0] == _DAY_OF_MONTH:
        return True
    return bool(_GENITIVE_DIGITS.fullmatch(words[place].word)) and not (after and is_genitive_singular(after))


def _short_year(
    words: Sequence[Token], morphologies: Sequence[Morphology], place: int, ordinal: int
) -> tuple[int, int] | None:
    """The year of «двадцать второго года», and where it begins; «на двадцатом году жизни» counts years."""
    after = morphologies[place + 1].lemmas[0] if place + 1 < len(words) else ""
    if after != _YEAR:
        return None
    tens = CARDINALS.get(morphologies[place - 1].lemmas[0], 0) if place and ordinal < _TEN else 0
    is_compound = tens % _TEN == 0 and _TEN < tens < _HUNDRED
    first = place - 1 if is_compound else place
    year = ordinal + (tens if is_compound else 0)
    counts = first > 0 and words[first - 1].word == _COUNTING
    return (_CENTURY + year, first) if _TEN <= year < _HUNDRED and not counts else None


def _is_of_numbered(words: Sequence[Token], morphologies: Sequence[Morphology], place: int) -> bool:
    """«Дата 2 диалога», «после 2 тура»: of two of them would be «2 диалогов»; «длина 2 метра» measures."""
    if (
        place + 1 == len(words)
        or "-" in words[place + 1].word
        or not is_genitive_singular(words[place + 1].word)
    ):
        return False
    before, after = morphologies[place - 1], morphologies[place + 1].lemmas[0]
    governs = before.first_pos == "NOUN" or words[place - 1].word in _GOVERNING
    measures = after in _MEASURES or after in MONTHS or _MEASURED.intersection(before.lemmas)
    return governs and not measures


def may_be_number(word: str, morphology: Morphology) -> bool:
    """Whether a folded word may be a number at all: digits, a Roman numeral, an ordinal."""
    return word[0].isdigit() or word[0] == "№" or word.upper() in ROMAN or morphology.lemmas[0] in ORDINALS


def _ordinal(token: Token, morphology: Morphology) -> int | None:
    """The number of an ordinal, written in any way."""
    marked = _MARKED.fullmatch(token.word)
    if marked:
        return int(marked[1] or marked[2])
    if token.written in ROMAN:
        return ROMAN[token.written]
    return ORDINALS.get(morphology.lemmas[0])
