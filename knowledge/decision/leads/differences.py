"""«На сколько», «на какую сумму»: of a statement's values those told as a difference, «на 30 рублей»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from knowledge.data.tables import read_groups
from knowledge.facts.model import Fact
from knowledge.language import question_words
from knowledge.language.values import Value
from knowledge.understanding.question import Question

_GROUPS = read_groups("question_words/groups")
_DIFFERENCE = _GROUPS["difference"]
_ASKED = _GROUPS["so_much"] | question_words.WHICH
_BY = read_groups("function_words/prepositions")["by_how_much"]
_LAST_WORD = re.compile(r"(\w+) $")


def by_how_much(values: Sequence[Value], fact: Fact, question: Question) -> Sequence[Value]:
    """The values of a difference where one is asked for and the statement tells any; else all."""
    words = [term.word for term in question.terms]
    asked = any(word in _DIFFERENCE for word in words) or any(
        first in _BY and second in _ASKED for first, second in pairwise(words)
    )
    told = [one for one in values if asked and _is_difference(one, fact)]
    return told or values


def _is_difference(value: Value, fact: Fact) -> bool:
    before = _LAST_WORD.search(fact.says[: value.start])
    return before is not None and before[1].lower() in _BY
