"""Numbers of a text with what they measure: percents, money and counted nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.generated.found import TOKEN, Found, Kind, before
from tests.generated.numerals import number_words
from tests.generated.russian import fold, lemma, parses, part

_SCALES = {"тысяча": 1e3, "миллион": 1e6, "миллиард": 1e9, "млн": 1e6, "млрд": 1e9}
_PARTS = frozenset({"треть", "половина", "четверть", "доля", "раз", "год"})


def measures(text: str) -> Iterator[Found]:
    """Numbers in digits and words with their unit or noun; bare ones, «№ 7» and «25-го» are left out."""
    tokens = list(TOKEN.finditer(text))
    at = 0
    while at < len(tokens):
        last = _number_end(tokens, at)
        if last > at and not (at and tokens[at - 1][0] in "№:-") and not _joined(text, tokens[last - 1]):
            made = _measured(text, tokens, at, last)
            if made is not None:
                yield made
        at = max(last, at + 1)


def loose_numbers(text: str) -> set[float]:
    """All numbers of a text, whatever they belong to."""
    return {value([token]) for token in TOKEN.findall(text) if token[0].isdigit()} | set(_spelt(text))


def value(tokens: list[str]) -> float:
    if tokens[0][0].isdigit():
        return float(tokens[0].replace(" ", "").replace(",", "."))
    return float(sum(number_words()[fold(token)] for token in tokens))


def _spelt(text: str) -> Iterator[float]:
    """Sums of neighbouring numerals in words."""
    total = 0
    for token in [*TOKEN.findall(text), ""]:
        number = number_words().get(fold(token))
        if number is None and total:
            yield float(total)
        total = 0 if number is None else total + number


def _number_end(tokens: list[re.Match[str]], at: int) -> int:
    """The place after the number that begins at `at`: one token of digits or several of words."""
    last = at
    while last < len(tokens) and _is_number(tokens[last][0]):
        last += 1
        if tokens[at][0][0].isdigit():
            break
    return last


def _is_number(token: str) -> bool:
    return token[0].isdigit() or fold(token) in number_words()


def _joined(text: str, token: re.Match[str]) -> bool:
    """«25-го», «3:1»."""
    return text[token.end() : token.end() + 1] in ("-", ":")


def _measured(text: str, tokens: list[re.Match[str]], first: int, last: int) -> Found | None:
    """The number from token `first` to `last` with what it measures, None where that is not clear."""
    number, at = value([token[0] for token in tokens[first:last]]), last
    if at < len(tokens) and lemma(tokens[at][0]) in _SCALES:
        number *= _SCALES[lemma(tokens[at][0])]
        at += 1
    noun = _noun_at(text, tokens, at)
    if noun is None:
        return None
    name = lemma(noun[0])
    kind = Kind.PERCENT if noun[0] == "%" or name == "процент" else Kind.COUNT
    if name in ("рубль", "копейка"):
        kind = Kind.MONEY
    return Found(
        kind=kind, start=tokens[first].start(), end=noun.end(), number_end=tokens[last - 1].end(),
        number=number, noun=name, noun_end=noun.end(), is_oblique=_is_oblique(tokens[first][0]),
        before=before(text, tokens[first].start()),
    )  # fmt: skip


def _is_oblique(token: str) -> bool:
    return part(token) == "NUMR" and all(one.tag.case != "nomn" for one in parses(token))


def _noun_at(text: str, tokens: list[re.Match[str]], at: int) -> re.Match[str] | None:
    """The noun that a number counts, after two adjectives at most and no comma."""
    for token in tokens[at : at + 3]:
        gap = text[tokens[at - 1].end() : token.start()] if token is tokens[at] else " "
        if gap.strip() or text[token.start() - 1 : token.start()] in ("«", "("):
            return None
        if token[0] == "%":
            return token
        if part(token[0]) == "NOUN":
            return None if lemma(token[0]) in _PARTS else token
        if part(token[0]) not in ("ADJF", "PRTF") or text[token.end() : token.end() + 1] == ",":
            return None
    return None
