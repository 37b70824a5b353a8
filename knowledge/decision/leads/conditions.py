"""«Сколько вернут, если ветер 20 метров»: the limit of a statement's condition is not asked for."""

from __future__ import annotations

from itertools import pairwise

from knowledge.data.tables import read_groups
from knowledge.decision.context.limits import limit_of
from knowledge.facts.model import Fact
from knowledge.language import question_words
from knowledge.language.values import Value
from knowledge.understanding.question import Question

_CONDITION = read_groups("function_words/particles")["condition"]
_ASKING = question_words.WHICH | question_words.QUESTION_WORDS.keys()


def is_condition(value: Value, fact: Fact, question: Question) -> bool:
    """Whether a value is the limit of a condition that the question states; «при каком ветре» asks for it."""
    states = any(
        one.word in _CONDITION and after.word not in _ASKING for one, after in pairwise(question.terms)
    )
    return states and limit_of(fact, value) is not None
