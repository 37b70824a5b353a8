"""Asks golden questions and judges each reply: right, refused, offered or wrong."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import NamedTuple

from bot.evaluation.question_files import Golden
from bot.evaluation.reply_texts import has_all
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.results import Answer, Choices, Refusal, Result
from knowledge.turn import Turn

EXTRA_FACTS = 1
"""How many facts beside the expected ones a right answer may show."""
_AT = datetime(2026, 1, 1, tzinfo=UTC)


class Worded(NamedTuple):
    """The plain text of a reply, as readers get it; `folded`: characters of it in a collapsed quote."""

    text: str
    folded: int = 0


Wording = Callable[[Result, datetime], Worded]
"""The reply to a result at an instant."""


class Verdict(StrEnum):
    RIGHT = "right"
    FORM = "form"
    """The right fact, but the first line does not say what was asked, or the reply leaves something out."""
    WRONG = "wrong"
    """Facts that do not answer, or any answer to a question that must be refused."""
    REFUSED = "refused"
    """Refused although the base has the answer."""
    OFFERED = "offered"
    """Choices that contain a right fact."""


COST = {Verdict.RIGHT: 0, Verdict.FORM: 1, Verdict.WRONG: 5, Verdict.REFUSED: 2, Verdict.OFFERED: 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedReply:
    golden: Golden
    result: Result
    verdict: Verdict
    ms: float
    reply: str = ""
    folded: int = 0
    """How many characters of the reply stand in a collapsed quote."""


def judge_all(goldens: Iterable[Golden], engine: Engine, wording: Wording | None = None) -> list[JudgedReply]:
    """Ask each question in a conversation of its own; without `wording` facts alone are judged."""
    return [judge(golden, engine, wording) for golden in goldens]


def judge(golden: Golden, engine: Engine, wording: Wording | None = None) -> JudgedReply:
    """Ask the turns before the question, then the question; only its reply is judged and timed."""
    conversation, now = NEW, golden.now or _AT
    for before in golden.before:
        conversation = engine.reply(before, conversation, now).conversation
    started = time.perf_counter()
    turn: Turn = engine.reply(golden.ask, conversation, now)
    took = (time.perf_counter() - started) * 1000
    reply = wording(turn.result, now) if wording is not None else None
    judged = verdict(golden, turn.result, reply.text if reply else None)
    text, folded = reply or Worded("")
    return JudgedReply(golden=golden, result=turn.result, verdict=judged, ms=took, reply=text, folded=folded)


def verdict(golden: Golden, result: Result, reply: str | None = None) -> Verdict:
    """Compare a result, and the text of the reply where there is one, with the expected answer."""
    if golden.must_be_refused:
        return Verdict.RIGHT if _refuses(result) else Verdict.WRONG
    by_facts = _by_facts(golden, result)
    if reply is None or by_facts in (Verdict.REFUSED, Verdict.OFFERED):
        return by_facts
    is_as_asked = has_all(reply.split("\n", 1)[0], golden.lead) and has_all(reply, golden.reply)
    if by_facts is Verdict.RIGHT:
        return Verdict.RIGHT if is_as_asked else Verdict.FORM
    return Verdict.RIGHT if golden.lead and is_as_asked and _shows_one_of(golden, result) else by_facts


def _shows_one_of(golden: Golden, result: Result) -> bool:
    """Whether the first line, which says what was asked, comes from one of the expected facts."""
    expected = golden.also.union(*golden.sets)
    return isinstance(result, Answer) and any(str(one.fact.id) in expected for one in result.shown)


def _by_facts(golden: Golden, result: Result) -> Verdict:
    match result:
        case Answer() if not golden.sets:
            return Verdict.WRONG if golden.smalltalk and result.shown else Verdict.RIGHT
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
