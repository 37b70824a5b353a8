"""Which of a statement's values suits a question: by the words before it, and by the question's verb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.data.tables import read_groups, read_words
from knowledge.language.morphology import analyse
from knowledge.language.values import Value, ValueKind, ValueRole
from knowledge.understanding.question import Question
from knowledge.understanding.request import Request

_OFTEN = re.compile(rf"\b(?:{'|'.join(sorted(read_groups('calendar/recurring')['often']))}) $", re.IGNORECASE)
_BY = re.compile(r"\bна $", re.IGNORECASE)
_BEFORE = re.compile(r"(\w+) $")
_PAYING = read_words("verbs/paying")
_KEPT = read_words("values/approximations")
_SO_MUCH = read_groups("question_words/groups")["so_much"]
_CLEAR = 4.0
"""More than the words near a value come to."""


def likelihood(value: Value, values: Sequence[Value], says: str, question: Question) -> float:
    """How much likelier than by its place a value is meant; below 0 where it is less likely."""
    before = says[: value.start]
    if question.request.often:
        return _CLEAR if _OFTEN.search(before) else 0.0
    if _is_limit(before):
        return -_CLEAR
    if _asks_sum(question) and value.kind is ValueKind.MONEY:
        return _CLEAR
    return _CLEAR if _is_new_level(value, values, says, question) else 0.0


def _is_limit(before: str) -> bool:
    """«Дороже 4 тысяч рублей» says of which things something is told."""
    word = _BEFORE.search(before)
    return word is not None and word[1].lower() not in _KEPT and analyse(word[1].lower()).first_pos == "COMP"


def _asks_sum(question: Question) -> bool:
    """«Сколько дадут, если…»: a verb of paying, and nothing is counted."""
    request: Request = question.request
    if request.form != "how-many" or request.measure is not None or question.counted_place is not None:
        return False
    return any(
        term.morphology.first_pos in ("VERB", "INFN") and _PAYING.intersection(term.morphology.lemmas)
        for term in question.terms
    )


def _is_new_level(value: Value, values: Sequence[Value], says: str, question: Question) -> bool:
    """«2614 рублей» of «подорожает на 112 рублей, до 2614 рублей», unless it is asked by how much."""
    if value.role is not ValueRole.UNTIL or any(term.word == "на" for term in question.terms):
        return False
    if _SO_MUCH.isdisjoint(term.word for term in question.terms) and question.request.measure is None:
        return False
    return any(
        other.kind is value.kind and other.end < value.start and _BY.search(says[: other.start])
        for other in values
    )
