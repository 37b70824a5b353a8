"""Whose age a value is: «детям до 14 лет», «сыну 10 лет»."""

from __future__ import annotations

import re

from knowledge.data.tables import read_groups
from knowledge.facts.model import Fact
from knowledge.language.morphology import analyse, readings
from knowledge.language.values import Value, ValueKind

_GROUPS = read_groups("requests/ages")
_WORDS = re.compile(r"\w+")
_REACHES = 3
"""How many words before an age its bearer stands."""
ADULT = 18 * 12.0
"""In months."""


def is_adult(age: Value) -> bool:
    return age.kind is ValueKind.DURATION and age.low >= ADULT


def is_of_children(value: Value, fact: Fact) -> bool:
    """«Детям до 14 лет» says nothing of a man of seventy."""
    return any(
        _GROUPS["children"].intersection(analyse(word).lemmas) for word in words_before(fact.says, value)
    )


def is_of_adults(word: str) -> bool:
    return not _GROUPS["adults"].isdisjoint(analyse(word).lemmas)


def is_bearer(word: str) -> bool:
    """Whether a word is a noun or a pronoun for somebody."""
    if analyse(word).first_pos == "NPRO":
        return True
    return any({"NOUN", "anim"} <= one.tag.grammemes for one in readings(word)[:2])


def words_before(says: str, value: Value) -> list[str]:
    return _WORDS.findall(says[: value.start].lower().replace("ё", "е"))[-_REACHES:]
