"""Questions after the numbers of a statement: how many, how much, how long, by what score."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.data.tables import read_groups
from knowledge.drafting.clause_rest import without
from knowledge.drafting.clauses import Clause
from knowledge.drafting.inflection import inflected
from knowledge.drafting.question_texts import question
from knowledge.drafting.wording import lowered
from knowledge.drafting.words import Word
from knowledge.language.values import Value, ValueKind, read_values

_CONTEXTS = read_groups("drafting/question_contexts")
_TIMES = frozenset({ValueKind.DATE, ValueKind.WEEKDAY, ValueKind.CLOCK, ValueKind.ORDINAL})


def counted_questions(clause: Clause) -> Iterator[str]:
    values = [one for one in read_values(clause.text.replace("ё", "е")) if one.kind not in _TIMES]
    for value in values[:2]:
        yield from _count(clause, value, alone=len(values) == 1)


def is_label(clause: Clause, value: Value) -> bool:
    """«больница № 3», «от дома 12», a part of a telephone number: a number that counts nothing."""
    words = [word for word in clause.words if value.start <= word.start < value.end]
    around = clause.text[value.start - 1 : value.start] + clause.text[value.end : value.end + 1]
    is_bare = not any(word.has("NOUN") and not word.has("NUMR") for word in words)
    return "-" in around or (is_bare and value.kind is ValueKind.COUNT)


def _count(clause: Clause, value: Value, *, alone: bool) -> Iterator[str]:
    if is_label(clause, value):
        return
    if value.kind is ValueKind.SCORE:
        yield from _score(clause, value)
        return
    start = _with_approximation(clause, value.start)
    words = [word for word in clause.words if value.start <= word.start < value.end]
    costs = value.kind is ValueKind.MONEY and any(word.lemmas & _CONTEXTS["costing"] for word in clause.words)
    if costs and clause.subject_text is not None and not _names_cost(clause):
        yield question("price", thing=lowered(clause.subject_text))
    before = clause.text[:start].rstrip()
    preposition = before.split()[-1].lower() if before else ""
    if preposition in _CONTEXTS["of_amount"]:
        if preposition == "в" and value.kind in (ValueKind.MONEY, ValueKind.CLOCK):
            yield question("clock", rest=without(clause, (start - len(preposition) - 1, value.end)))
        return
    rest = without(clause, (start, value.end))
    if clause.predicate is None or not alone:
        return  # «Сколько домов остались, две школы?»
    if value.kind is ValueKind.DURATION:
        yield question("duration", rest=rest)
    elif _is_direct(words):
        yield from _how_many(value, words, rest)


def _names_cost(clause: Clause) -> bool:
    """«Стоимость проезда»: it is not asked what a cost costs."""
    assert clause.subject is not None
    return bool(clause.words[clause.subject[0]].lemmas & _CONTEXTS["costing"])


def _how_many(value: Value, words: list[Word], rest: str) -> Iterator[str]:
    if not any(word.is_number or word.has("NUMR") for word in words):
        return  # «половину суммы»
    nouns = [word for word in words if not word.is_number and word.has("NOUN") and not word.has("NUMR")]
    plural = _genitive_plural(nouns[0]) if nouns else None
    if plural is not None and value.kind is not ValueKind.MONEY:
        yield question("count", things=plural, rest=rest)
    else:
        yield question("count_bare", rest=rest)


def _is_direct(words: list[Word]) -> bool:
    """Whether the number stands in the nominative or accusative: «две шайбы», but not «двух государств»."""
    numerals = [word for word in words if word.has("NUMR")]
    return all(word.has("NUMR", "nomn") for word in numerals)


def _score(clause: Clause, value: Value) -> Iterator[str]:
    before = [word for word in clause.words if word.end <= value.start]
    if before and before[-1].lemmas & _CONTEXTS["score"]:
        start = before[-2].start if len(before) > 1 and before[-2].first_pos == "PREP" else before[-1].start
        yield question("score", rest=without(clause, (start, value.end)))


def _genitive_plural(noun: Word) -> str | None:
    reading = next((one for one in noun.readings if str(one.tag.POS) == "NOUN"), None)
    return inflected(noun, reading, {"gent", "plur"}) if reading is not None else None


def _with_approximation(clause: Clause, start: int) -> int:
    """«более 400 экспонатов»: where the words before the number begin."""
    before = [word for word in clause.words if word.end <= start]
    while before and before[-1].folded in _CONTEXTS["approximate"]:
        start = before.pop().start
    return start
