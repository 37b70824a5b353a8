"""Numerals in words and their values, in all their forms."""

from __future__ import annotations

from functools import cache

from tests.generated.russian import fold, parses

_CARDINALS = {
    "два": 2, "три": 3, "четыре": 4, "пять": 5, "шесть": 6, "семь": 7, "восемь": 8, "девять": 9,
    "десять": 10, "одиннадцать": 11, "двенадцать": 12, "тринадцать": 13, "четырнадцать": 14,
    "пятнадцать": 15, "шестнадцать": 16, "семнадцать": 17, "восемнадцать": 18, "девятнадцать": 19,
    "двадцать": 20, "тридцать": 30, "сорок": 40, "пятьдесят": 50, "шестьдесят": 60, "семьдесят": 70,
    "восемьдесят": 80, "девяносто": 90, "сто": 100, "двести": 200, "триста": 300, "четыреста": 400,
    "пятьсот": 500, "шестьсот": 600, "семьсот": 700, "восемьсот": 800, "девятьсот": 900, "двое": 2,
    "трое": 3, "четверо": 4, "пятеро": 5, "шестеро": 6, "семеро": 7,
}  # fmt: skip


@cache
def number_words() -> dict[str, int]:
    """Each form of a numeral and its value, ё folded; «один» in its own forms."""
    forms = dict.fromkeys(("один", "одна", "одно", "одну", "одного", "одной"), 1)
    for word, value in _CARDINALS.items():
        numeral = next(one for one in parses(word) if one.tag.POS == "NUMR")
        forms.update({fold(one.word): value for one in numeral.lexeme})
    return forms
