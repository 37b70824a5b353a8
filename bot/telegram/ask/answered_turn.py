"""A question with its answer: who asked, what was found, the reply to send, what is recorded."""

from __future__ import annotations

from dataclasses import dataclass

from bot.replies.parts import Reply
from knowledge.facts.model import FactId
from knowledge.language.question_equivalence import canonical_question
from knowledge.results import Answer, Choices, Refusal, Result

CHOSEN = "chosen"
"""The rule of an answer whose option was pressed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Who asks in which chat: each pair has a conversation of its own, which another forum topic ends."""

    chat_id: int
    user_id: int
    thread_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredTurn:
    """What was asked, what the engine found, the reply to send, and the text for /why."""

    text: str
    result: Result
    reply: Reply
    explanation: str


def facts_of(result: Result) -> tuple[FactId, ...]:
    """The facts shown or offered, each once."""
    match result:
        case Answer():
            return tuple(dict.fromkeys(shown.fact.id for shown in result.shown))
        case Choices():
            return tuple(option.fact.id for option in result.options)
        case Refusal():
            return tuple(option.fact.id for option in result.near)


def question_alone(turn: AnsweredTurn) -> str:
    """The question as it can be asked without its conversation; empty where an option was chosen."""
    if turn.result.rule == CHOSEN:
        return ""
    return turn.result.why.understood if turn.result.why.carried else turn.text


def completed_question(turn: AnsweredTurn) -> str:
    """What «А где?» asks in its conversation; empty for a question that is complete by itself."""
    why = turn.result.why
    return why.understood if why.carried and not canonical_question(turn.text).lemmas else ""


def recorded_question(turn: AnsweredTurn) -> str:
    """The question by which editors and answer alerts know it."""
    return completed_question(turn) or turn.text
