"""Questions with «не»: wh-questions of what is not so, polite requests, and what the base itself denies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from knowledge.facts.model import FactBase
from tests.generated.cases import Case, not_positive, shows
from tests.generated.phrasing import asked
from tests.generated.russian import DENIAL, NEGATIVE, QUESTION_WORDS, lemma, lower_first, parses, words
from tests.generated.values import numbers_in

_POLITE = (
    "Не подскажете, {}?",
    "не знаешь, {}?",
    "Вы не знаете, {}?",
    "Не напомните, {}?",
    "не подскажешь, {}?",
)
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NOT_NEGATED = frozenset("мочь мешать знать сказать подсказать".split())


def negations(base: FactBase, rng: Random) -> Iterator[Case]:
    """Example questions with «не» before their verb: «Кто не председательствовал?»."""
    negative = negative_facts(base)
    rests = {str(fact.id): _rests(fact.says) for fact in base.facts}
    for question in dict.fromkeys(each for fact in base.facts for each in fact.questions):
        made = negated(question)
        if made is not None:
            facts = tuple(fact.id for fact in base.facts if question in fact.questions)
            yield Case(
                kind="negation", ask=made, judge=not_positive(negative, rests),
                expected="отказ или что сказано", facts=facts, plain=question,
            )  # fmt: skip


def polite(base: FactBase, rng: Random) -> Iterator[Case]:
    """Example questions after «не подскажете»: the «не» denies nothing."""
    for fact in base.facts:
        for question in fact.questions:
            first = next(iter(words(question)), "")
            if lemma(first) in QUESTION_WORDS and not NEGATIVE.search(question):
                ask = rng.choice(_POLITE).format(lower_first(question.strip(" ?.")))
                yield Case(
                    kind="polite", ask=ask, judge=shows((fact.id,)), expected=fact.id, facts=(fact.id,),
                    plain=question,
                )  # fmt: skip


def denials(base: FactBase, rng: Random) -> Iterator[Case]:
    """Questions that a fact which is itself negative answers: its own negative examples and its statement."""
    for fact in base.facts:
        if not DENIAL.search(fact.says):
            continue
        asks = [question for question in fact.questions if NEGATIVE.search(question)]
        for ask in (*asks, asked(fact.says, rng)):
            yield Case(kind="denial", ask=ask, judge=shows((fact.id,)), expected=fact.id, facts=(fact.id,))


def negative_facts(base: FactBase) -> frozenset[str]:
    """Facts whose statement denies, forbids or excepts something."""
    return frozenset(fact.id for fact in base.facts if NEGATIVE.search(fact.says))


def _rests(says: str) -> frozenset[float]:
    """What each number of a statement leaves of a greater one."""
    numbers = numbers_in(says)
    return frozenset(one - other for one in numbers for other in numbers if one > other)


def negated(question: str) -> str | None:
    """The question with «не» before its first verb; None where it has no question word before a verb."""
    if NEGATIVE.search(question):
        return None
    asking = False
    for found in _TOKEN.finditer(question):
        if asking and _is_verb(found[0]):
            return f"{question[: found.start()]}не {question[found.start() :]}"
        asking = asking or lemma(found[0]) in QUESTION_WORDS
    return None


def _is_verb(word: str) -> bool:
    first = parses(word)[0]
    return first.tag.POS in ("VERB", "PRTS") and lemma(word) not in _NOT_NEGATED
