"""Verdicts on the clauses of one message, made one result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.results import Answer, Choices, Reason, Refusal, Result, Shown, Unanswered


def merge_results(judged: Sequence[tuple[str, Result]]) -> Result:
    """One clause's verdict as it is; of several, the answers together, the others named as missing."""
    if len(judged) == 1:
        return judged[0][1]
    answers = [result for _, result in judged if isinstance(result, Answer)]
    if not answers:
        return judged[0][1]
    missing = tuple(_missing(text, result) for text, result in judged if not isinstance(result, Answer))
    first = answers[0]
    return replace(
        first,
        rule="double" if not missing else "double-half",
        confidence=round(min(answer.confidence for answer in answers), 3),
        shown=_joined(answers),
        unanswered=missing,
    )


def _joined(answers: Sequence[Answer]) -> tuple[Shown, ...]:
    """All facts shown, each once for each slot, the slots of one fact together."""
    seen: dict[str, dict[str, Shown]] = {}
    for answer in answers:
        for shown in (one for one in answer.shown if not one.beside):
            seen.setdefault(shown.fact.id, {}).setdefault(shown.slot, shown)
    return tuple(shown for slots in seen.values() for shown in slots.values())


def _missing(text: str, result: Result) -> Unanswered:
    match result:
        case Refusal():
            return Unanswered(text=text, reason=result.reason, slot=result.slot, named=result.named)
        case Answer() | Choices():
            return Unanswered(text=text, reason=Reason.UNACCOUNTED)
