"""One question asked and judged: right, refused, offered or wrong."""

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

ONE_TOO_MANY = 1
"""A right answer may show this many facts beside those asked for."""
_AT = datetime(2026, 1, 1, tzinfo=UTC)


class Verdict(StrEnum):
    RIGHT = "right"
    WRONG = "wrong"
    """Facts that do not answer, or any answer to what must be refused."""
    REFUSED = "refused"
    """Refused though the base holds it."""
    OFFERED = "offered"
    """Choices that hold the right fact."""


COST = {Verdict.RIGHT: 0, Verdict.WRONG: 5, Verdict.REFUSED: 2, Verdict.OFFERED: 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    golden: Golden
    result: Result
    verdict: Verdict
    ms: float


def judge_all(goldens: Iterable[Golden], engine: Engine) -> list[Judged]:
    """Ask every question, each in a conversation of its own."""
    return [judge(golden, engine) for golden in goldens]


def judge(golden: Golden, engine: Engine) -> Judged:
    conversation = NEW
    for before in golden.before:
        conversation = engine.reply(before, conversation, _AT).conversation
    started = time.perf_counter()
    turn: Turn = engine.reply(golden.ask, conversation, _AT)
    took = (time.perf_counter() - started) * 1000
    return Judged(golden=golden, result=turn.result, verdict=verdict(golden, turn.result), ms=took)


def verdict(golden: Golden, result: Result) -> Verdict:
    """How a result stands to the right answer."""
    if not golden.sets:
        return Verdict.RIGHT if _refuses(result) else Verdict.WRONG
    match result:
        case Answer():
            shown = {str(one.fact.id) for one in result.shown}
            full = any(_full(one, shown, golden, result) for one in golden.sets)
            return Verdict.RIGHT if full else Verdict.WRONG
        case Choices():
            offered = {str(option.fact.id) for option in result.options}
            return Verdict.OFFERED if any(one & offered for one in golden.sets) else Verdict.WRONG
        case Refusal():
            return Verdict.REFUSED


def _refuses(result: Result) -> bool:
    """A refusal, or a polite word that shows no fact."""
    return isinstance(result, Refusal) or (isinstance(result, Answer) and not result.shown)


def _full(wanted: frozenset[str], shown: set[str], golden: Golden, result: Answer) -> bool:
    if golden.missing and not result.unanswered:
        return False
    return wanted <= shown and len(shown - wanted - golden.also) <= ONE_TOO_MANY
