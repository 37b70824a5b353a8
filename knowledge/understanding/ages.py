"""Whose age a message gives: «внучке 14 лет, пустят?», «мне 15, дадут самокат?»."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from knowledge.data.tables import read_groups
from knowledge.language.morphology import analyse, readings
from knowledge.language.tokens import Token, sentences, tokens
from knowledge.language.values import Value, ValueKind, read_values

_WORDS = read_groups("requests/ages")
_AGES = frozenset({ValueKind.DURATION, ValueKind.NUMBER, ValueKind.COUNT})
_YEARS = " лет"
_LEAST, _MOST = 1, 99
_MONTH, _YEAR = "month", 12.0
_ADULT = 18 * _YEAR
_AS_ADULT = "взрослому"


def without_whose_age(text: str, known: Callable[[str], bool]) -> str:
    """The age alone, without the grandchild of whom the base does not speak; a bare number gets its unit."""
    text = _with_years(text)
    words = tokens(text)
    for value in read_values(text):
        at = next((place for place, word in enumerate(words) if word.start == value.start), 0)
        first = _whose(words, at, known)
        if value.kind in _AGES and first is not None and not _is_of_name(text, value):
            return f"{text[: words[first].start]}{text[words[at].start :]}"
    return text


def with_told_age(text: str) -> str | None:
    """«Хочу привести сына, ему 6 лет. Сколько платить?» as «Сколько платить 6 лет?»; None where no sentence
    before the last one gives one age."""
    *before, asked = sentences(text) or ("",)
    ages = [age for part in before for age in _ages_of(part)]
    if len(ages) != 1 or any(value.kind in _AGES for value in read_values(asked)):
        return None
    return f"{asked} {ages[0]}?"


def of_adult(text: str, before: str) -> str | None:
    """«А мне самому?» after a question with a child's age: that question of an adult."""
    ages = [one for one in read_values(before) if one.unit == _MONTH and one.factor == _YEAR]
    if len(ages) != 1 or not ages[0].low < _ADULT or ages[0].inside:
        return None
    words = {token.word for token in tokens(text)}
    if not words & _WORDS["myself"] or words - _WORDS["myself"] - _WORDS["beside_myself"]:
        return None
    return f"{before[: ages[0].start]}{_AS_ADULT}{before[ages[0].end :]}"


def _ages_of(part: str) -> list[str]:
    """«Ему 6 лет»: years beside somebody to whom they are given."""
    words = tokens(part)
    return [
        part[value.start : value.end].rstrip(". ")
        for value in read_values(part)
        if value.unit == _MONTH
        and value.factor == _YEAR
        and not value.inside
        and _is_to_somebody([word for word in words if word.end <= value.start])
    ]


def _is_of_name(text: str, value: Value) -> bool:
    """«На „Иволге-2“»: the number is joined to the word before it."""
    return not text[: value.start].endswith(" ")


def _whose(words: Sequence[Token], at: int, known: Callable[[str], bool]) -> int | None:
    """Where «внучке», «внуку моему», «за внучку» before an age begins."""
    first = at - 1
    while first > 0 and words[first].word in _WORDS["own"]:
        first -= 1
    if first < 0:
        return None
    whose = analyse(words[first].word)
    if whose.first_pos != "NOUN" or not whose.animate or known(words[first].word):
        return None
    if _is_subject(words[first].word) and first > 0:
        return None
    while first > 0 and words[first - 1].word in _WORDS["own"] | _WORDS["before"]:
        first -= 1
    return first


def _is_subject(word: str) -> bool:
    """«Подросток 15 лет» is who does it; «внучка 14 лет, пустят?» only opens the message."""
    cases = {one.tag.case for one in readings(word) if one.tag.POS == "NOUN"}
    return "nomn" in cases and "datv" not in cases


def _with_years(text: str) -> str:
    """«Мне 15, дадут?», «дочке 7, возьмёте?» with «лет» after the number."""
    words = tokens(text)
    for value in read_values(text):
        if value.kind is not ValueKind.NUMBER or not _LEAST <= value.low <= _MOST or value.is_range:
            continue
        if _is_of_name(text, value):
            continue
        at = next((place for place, word in enumerate(words) if word.start == value.start), 0)
        if _is_to_somebody(words[:at]) and not _counts(words, value):
            return f"{text[: value.end]}{_YEARS}{text[value.end :]}"
    return text


def _is_to_somebody(before: Sequence[Token]) -> bool:
    """«Мне», «дочке», «внуку моему» right before a number."""
    word = next((token.word for token in reversed(before) if token.word not in _WORDS["own"]), "")
    if word in _WORDS["to_me"]:
        return True
    return any({"NOUN", "datv", "anim"} <= one.tag.grammemes for one in readings(word)[:2])


def _counts(words: Sequence[Token], value: Value) -> bool:
    """«Мне 2 билета» counts what follows."""
    after = next((word for word in words if word.start >= value.end), None)
    return after is not None and analyse(after.word).first_pos in ("NOUN", "ADJF", "NUMR")
