"""Asks golden questions and judges each reply: right, refused, offered or wrong."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from bot.evaluation.question_files import Golden
from knowledge.conversation import NEW
from knowledge.engine import Engine, Turn
from knowledge.results import Answer, Choices, Refusal, Result

EXTRA_FACTS = 1
"""How many facts beside the expected ones a right answer may show."""
_AT = datetime(2026, 1, 1, tzinfo=UTC)


class Verdict(StrEnum):
    RIGHT = "right"
    WRONG = "wrong"
    """Facts that do not answer, or any answer to a question that must be refused."""
    REFUSED = "refused"
    """Refused although the base has the answer."""
    OFFERED = "offered"
    """Choices that contain a right fact."""


COST = {Verdict.RIGHT: 0, Verdict.WRONG: 5, Verdict.REFUSED: 2, Verdict.OFFERED: 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    golden: Golden
    result: Result
    verdict: Verdict
    ms: float


def judge_all(goldens: Iterable[Golden], engine: Engine) -> list[Judged]:
    """Ask every question in a conversation of its own."""
    return [judge(golden, engine) for golden in goldens]


def judge(golden: Golden, engine: Engine) -> Judged:
    """Ask the turns before the question, then the question; only its reply is judged and timed."""
    conversation = NEW
    for before in golden.before:
        conversation = engine.reply(before, conversation, _AT).conversation
    started = time.perf_counter()
    turn: Turn = engine.reply(golden.ask, conversation, _AT)
    took = (time.perf_counter() - started) * 1000
    return Judged(golden=golden, result=turn.result, verdict=verdict(golden, turn.result), ms=took)


def verdict(golden: Golden, result: Result) -> Verdict:
    """Compare a result with the expected answer."""
    if not golden.sets:
        return Verdict.RIGHT if _refuses(result) else Verdict.WRONG
    match result:
        case Answer():
            shown = {str(one.fact.id) for one in result.shown}
            right = any(_is_complete(one, shown, golden, result) for one in golden.sets)
            return Verdict.RIGHT if right else Verdict.WRONG
        case Choices():
            offered = {str(option.fact.id) for option in result.options}
            return Verdict.OFFERED if any(one & offered for one in golden.sets) else Verdict.WRONG
        case Refusal():
            return Verdict.REFUSED


def _refuses(result: Result) -> bool:
    """A refusal, or small talk, which shows no fact."""
    return isinstance(result, Refusal) or (isinstance(result, Answer) and not result.shown)


def _is_complete(expected: frozenset[str], shown: set[str], golden: Golden, result: Answer) -> bool:
    if golden.missing and not result.unanswered:
        return False
    return expected <= shown and len(shown - expected - golden.also) <= EXTRA_FACTS
