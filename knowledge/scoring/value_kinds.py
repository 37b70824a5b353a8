"""Which of a statement's values suits a question: by the words before it, and by the question's verb."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.data.tables import read_groups, read_words
from knowledge.language.morphology import analyse
from knowledge.language.parts_of_day import begins_within, part_named
from knowledge.language.values import Value, ValueKind, ValueRole, read_values
from knowledge.scoring.value_parts import edges_of, part_around
from knowledge.understanding.question import Question
from knowledge.understanding.request import Request

_OFTEN = re.compile(rf"\b(?:{'|'.join(sorted(read_groups('calendar/recurring')['often']))}) $", re.IGNORECASE)
_ONCE_PER = re.compile(_OFTEN.pattern.removesuffix("$"), re.IGNORECASE)
_BY = re.compile(r"\bна $", re.IGNORECASE)
_MARK = re.compile(r"[,;:()—–]|\. ")
_BEFORE = re.compile(r"(\w+) $")
_WORD = re.compile(r"[а-яё]+")
_PAYING = read_words("verbs/paying")
_AWAITING = read_words("values/awaiting")
_KEPT = read_words("values/approximations")
_SO_MUCH = read_groups("question_words/groups")["so_much"]
_IN_ALL = read_groups("function_words/particles")["in_all"]
_CLEAR = 4.0
"""More than the words near a value come to."""


def likelihood(value: Value, values: Sequence[Value], says: str, question: Question) -> float:
    """How much likelier than by its place a value is meant; below 0 where it is less likely."""
    before = says[: value.start]
    if question.request.often:
        return _CLEAR if is_often(says, value) else 0.0
    if _is_limit(before):
        return -_CLEAR
    part = part_named(question.terms) if value.kind is ValueKind.CLOCK else None
    if part is not None:
        return _CLEAR if begins_within(value, part) else 0.0
    if is_of_stated_date(value, says, question):
        return _CLEAR
    if _asks_sum(question) and value.kind is ValueKind.MONEY:
        return _CLEAR
    if _IN_ALL.intersection(term.word for term in question.terms) and _is_whole(value, values, says):
        return _CLEAR
    if _is_of_those_who_wait(value, values, says, question):
        return _CLEAR
    return _CLEAR if _is_new_level(value, values, says, question) else 0.0


def is_often(says: str, value: Value) -> bool:
    """«40 минут» of «каждые 40 минут», «раз в час»."""
    if value.kind is not ValueKind.DURATION:
        return False
    return bool(_OFTEN.search(says[: value.start]) or _ONCE_PER.match(says[value.start : value.end]))


def is_of_stated_date(value: Value, says: str, question: Question) -> bool:
    """«5» of «сгорело два дома, в 2019 году таких было 5» for «сколько сгорело в 2019-м»."""
    stated = [day for one in question.request.values for day in one.dates]
    if not stated or value.kind is ValueKind.DATE:
        return False
    return any(
        any(day.fits(other) for day in date.dates for other in stated)
        and not _MARK.search(says[min(value.end, date.end) : max(value.start, date.start)])
        for date in read_values(says)
        if date.dates
    )


def _is_whole(value: Value, values: Sequence[Value], says: str) -> bool:
    """«Девять» of «девять автобусов: пять синих и четыре белых»."""
    colon = says.find(":", value.end)
    others = [one for one in values if one is not value]
    return colon >= 0 and bool(others) and all(one.start > colon and one.low < value.low for one in others)


def _is_of_those_who_wait(value: Value, values: Sequence[Value], says: str, question: Question) -> bool:
    """«40» of «занимаются 180 детей, ещё 40 стоят в очереди» for «сколько хотят попасть»."""
    if len(values) < 2 or not any(_AWAITING.intersection(term.morphology.lemmas) for term in question.terms):
        return False
    edges = edges_of(says)
    awaited = [one for one in values if _awaits(says[slice(*part_around(one, says, values, edges))])]
    return awaited == [value]


def _awaits(text: str) -> bool:
    return any(_AWAITING.intersection(analyse(word).lemmas) for word in _WORD.findall(text.lower()))


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
