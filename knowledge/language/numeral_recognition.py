"""Ordinal or count, by the form and neighbours of a number: «2-я регата», «№ 2», «II», «второго июня»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from knowledge.data.tables import read_groups, read_table, split_cell
from knowledge.language.calendar_words import MONTHS
from knowledge.language.morphology import Morphology, agrees_with_ordinal, is_genitive_singular
from knowledge.language.numerals import ORDINALS, ROMAN
from knowledge.language.tokens import ORDINAL_ENDING, Token

_MARKED = re.compile(rf"№ ?(\d{{1,4}})|(\d{{1,4}}){ORDINAL_ENDING}")
_LARGEST_ORDINAL = 20
"""A larger bare number before a noun is more likely a code or a year."""
_NUMBERED = frozenset({"номер"})
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
    for place, token in enumerate(words):
        ordinal = _ordinal(token, morphologies[place])
        number = int(token.word) if token.word.isdecimal() and len(token.word) <= 2 else None
        after = morphologies[place + 1].lemmas[0] if place + 1 < len(words) else ""
        before = morphologies[place - 1].lemmas[0] if place else ""
        if token.glued and number is not None:
            yield place, (f"№{number}",)
        elif ordinal is not None and after in MONTHS:
            yield place, (f"#{ordinal}",)
        elif ordinal is not None and morphologies[place].lemmas[0] not in ORDINALS:
            yield place, (f"№{ordinal}",)
        elif number is not None and 0 < number <= _LARGEST_ORDINAL:
            counts = after and after not in MONTHS and agrees_with_ordinal(words[place + 1].word)
            if counts or before in _NUMBERED or (place and _is_of_numbered(words, morphologies, place)):
                # «1 регата» is the first or a single one.
                yield place, (f"№{number}",) if number > 1 else ("№1", "#1")


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
