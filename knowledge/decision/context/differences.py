"""«На сколько», «на какую сумму»: of a statement's values those told as a difference, «на 30 рублей»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from knowledge.data.tables import read_groups
from knowledge.facts.model import Fact
from knowledge.language import question_words
from knowledge.language.values import Value, ValueKind
from knowledge.scoring.statement_values import values_of
from knowledge.understanding.question import Question

_GROUPS = read_groups("question_words/groups")
_DIFFERENCE = _GROUPS["difference"]
_ASKED = _GROUPS["so_much"] | question_words.WHICH
_BY = read_groups("function_words/prepositions")["by_how_much"]
_TIMES = frozenset({ValueKind.DATE, ValueKind.WEEKDAY, ValueKind.CLOCK, ValueKind.ORDINAL})
_LAST_WORD = re.compile(r"(\w+) $")


def by_how_much(values: Sequence[Value], fact: Fact, question: Question) -> Sequence[Value]:
    """The values of a difference where one is asked for and the statement tells any; else all."""
    words = [term.word for term in question.terms]
    asked = any(word in _DIFFERENCE for word in words) or any(
        first in _BY and second in _ASKED for first, second in pairwise(words)
    )
    told = [one for one in values if asked and _is_difference(one, fact)]
    if asked and not told and question.counted_place is None:
        # «На сколько» is read as asking for a length of time; «обогнала на 0,3» is none.
        others = told_differences(fact)
        told = others if len(others) == 1 else []
    return told or values


def told_differences(fact: Fact) -> list[Value]:
    """The amounts that a statement tells as a difference: «на 0,3», «на 900 тысяч»."""
    return [one for one in values_of(fact) if one.kind not in _TIMES and _is_difference(one, fact)]


def _is_difference(value: Value, fact: Fact) -> bool:
    before = _LAST_WORD.search(fact.says[: value.start])
    return before is not None and before[1].lower() in _BY
