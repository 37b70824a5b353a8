"""Self-check of a base: is each fact found by its example questions, each left out before it is asked?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from knowledge.conversation import NEW, Conversation
from knowledge.engine import Engine
from knowledge.facts.model import FactBase, FactId
from knowledge.results import Answer, Result
from knowledge.turn import Turn

_ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)
"""The time matters only to a conversation that has begun."""


class Answerer(Protocol):
    def reply(self, question: str, conversation: Conversation, now: datetime) -> Turn: ...


Without = Callable[[str], Answerer]
"""A question -> an engine of the base without that example question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """An example question that none of its facts answers once it is left out of the base."""

    question: str
    expected: tuple[FactId, ...]
    result: Result
    unanswered: bool = False
    """Nor do they answer readers, who have it in the base."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfCheck:
    asked: int
    missed: tuple[Missed, ...]

    @property
    def missed_share(self) -> float:
        return len(self.missed) / self.asked if self.asked else 0.0

    @property
    def unanswered(self) -> tuple[Missed, ...]:
        return tuple(one for one in self.missed if one.unanswered)

    @property
    def unanswered_share(self) -> float:
        return len(self.unanswered) / self.asked if self.asked else 0.0


def self_check(base: FactBase, without: Without | None = None, whole: Answerer | None = None) -> SelfCheck:
    """Ask every example question of the base once, each left out of all facts that have it.

    `whole` answers as readers are answered: what is missed is asked of it as well.
    """
    whole = whole or Engine(base)
    without = without or Engine(base).without
    questions = facts_by_question(base)
    missed = []
    for question, expected in questions.items():
        result = without(question).reply(question, NEW, _ANY_TIME).result
        if not _shows(result, expected):
            readers = whole.reply(question, NEW, _ANY_TIME).result
            unanswered = not _shows(readers, expected)
            missed.append(Missed(question=question, expected=expected, result=result, unanswered=unanswered))
    return SelfCheck(asked=len(questions), missed=tuple(missed))


def missed_questions(
    base: FactBase, without: Without | None = None, whole: Answerer | None = None
) -> tuple[Missed, ...]:
    """Only the misses of `self_check`."""
    return self_check(base, without, whole).missed


def facts_by_question(base: FactBase) -> dict[str, tuple[FactId, ...]]:
    """Each example question, in its first spelling -> the facts that have it."""
    first_spellings: dict[str, str] = {}
    found: dict[str, list[FactId]] = {}
    for fact_id, question in _examples(base):
        first = first_spellings.setdefault(_spelling(question), question)
        found.setdefault(first, []).append(fact_id)
    return {question: tuple(facts) for question, facts in found.items()}


def _examples(base: FactBase) -> Iterator[tuple[FactId, str]]:
    for fact in base.facts:
        for question in fact.questions:
            yield fact.id, question


def _spelling(question: str) -> str:
    return " ".join(question.casefold().replace("ё", "е").rstrip(" ?!.").split())


def _shows(result: Result, expected: tuple[FactId, ...]) -> bool:
    return isinstance(result, Answer) and any(shown.fact.id in expected for shown in result.shown)
