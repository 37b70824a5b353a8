"""A generated question, what a right reply to it is, and how a reply is graded."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tests.generated.values import numbers_in

YES, NO = ("Да",), ("Нет",)
COARSE = ("Точный день не назван",)
NAMED = ("Назван",)
PLANNED = ("По плану", "Ещё нет: по плану")
"""How the first line begins."""
_UNANSWERED = re.compile(r"На вопрос «([^»]+)»")


class Grade(StrEnum):
    RIGHT = "right"
    WRONG = "wrong"
    """The opposite is said, another fact is shown, or a negated question gets the positive."""
    SILENT = "silent"
    """Answered, but not with what was asked."""
    OFFERED = "offered"
    """A choice of facts."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A line of `ask --jsonl`."""

    outcome: str
    text: str
    lead: str
    facts: tuple[str, ...] = ()
    rule: str = ""


Judge = Callable[[Reply], Grade]
"""Grades an answer; choices and refusals are graded by themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """`kind` groups cases in the report; `facts` hold what is asked; `plain` is what it was made from."""

    kind: str
    ask: str
    judge: Judge = field(compare=False)
    expected: str
    """What a right reply is, for the reader of a miss."""
    facts: tuple[str, ...] = ()
    plain: str = ""

    def grade(self, reply: Reply) -> Grade:
        if reply.outcome == "choices" and not self.is_negation:
            return Grade.OFFERED
        if reply.outcome == "refusal" and not self.is_negation:
            return Grade.REFUSED
        return self.judge(reply)

    @property
    def is_negation(self) -> bool:
        return self.kind == "negation"

    @property
    def is_proposition(self) -> bool:
        return self.kind.startswith(("true-", "false-", "coarser", "set", "plan"))


def opens_with(right: tuple[str, ...], wrong: tuple[str, ...]) -> Judge:
    """Right where the first line begins with one of `right`; wrong where it says the opposite."""

    def judge(reply: Reply) -> Grade:
        if reply.lead.startswith(right):
            return Grade.RIGHT
        return Grade.WRONG if reply.lead.startswith(wrong) else Grade.SILENT

    return judge


def shows(facts: tuple[str, ...]) -> Judge:
    """Right where all these facts are shown."""

    def judge(reply: Reply) -> Grade:
        return Grade.RIGHT if set(facts) <= set(reply.facts) else Grade.WRONG

    return judge


def shows_any(facts: frozenset[str]) -> Judge:
    """Right where one of these facts is shown."""

    def judge(reply: Reply) -> Grade:
        return Grade.RIGHT if facts & set(reply.facts) else Grade.WRONG

    return judge


def not_positive(negative: frozenset[str], rests: Mapping[str, frozenset[float]]) -> Judge:
    """Right where nothing is answered, what is held is named as such, or the fact itself denies.

    So is an answer to the other half of a question, where the half with «не» is said to have none.
    So is a number of `rests`: what is left of a whole where a fact gives it and its part.
    """

    def judge(reply: Reply) -> Grade:
        named = "о других не сказано" in reply.text or reply.lead.startswith("Сказано")
        if reply.outcome != "answer" or named or not reply.facts:
            return Grade.RIGHT
        if any(" не " in f" {part} " for part in _UNANSWERED.findall(reply.text)):
            return Grade.RIGHT
        told = numbers_in(reply.lead.partition("(")[0])
        if told and told <= rests.get(reply.facts[0], frozenset()):
            return Grade.RIGHT
        return Grade.RIGHT if reply.facts[0] in negative else Grade.WRONG

    return judge


def counts_to(numbers: tuple[float, ...], facts: tuple[str, ...] = ()) -> Judge:
    """Right where the first line has these numbers; what stands in brackets there does not count."""

    def judge(reply: Reply) -> Grade:
        if set(numbers) <= numbers_in(reply.lead.partition("(")[0]):
            return Grade.RIGHT
        return Grade.SILENT if facts and set(facts) <= set(reply.facts) else Grade.WRONG

    return judge
