"""Merges the results of the clauses of one message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.results import (
    Answer,
    Choices,
    JointLead,
    Lead,
    Reason,
    Refusal,
    Result,
    Shown,
    Slot,
    Unanswered,
)


def merge_results(results: Sequence[tuple[str, Result]]) -> Result:
    """The answers of all clauses (text, result) together; the clauses without one are listed as unanswered.

    Without any answer, or of a single clause, it is the first result.
    """
    if len(results) == 1:
        return results[0][1]
    answers = [result for _, result in results if isinstance(result, Answer)]
    if not answers:
        return results[0][1]
    refused = {text: result for text, result in results if not isinstance(result, Answer)}
    unanswered = tuple(_unanswered(text, result) for text, result in refused.items())
    first = answers[0]
    return replace(
        first,
        rule="double" if not unanswered else "double-half",
        confidence=round(min(answer.confidence for answer in answers), 3),
        shown=_join_shown(answers),
        lead=_join_leads(answers),
        unanswered=unanswered,
    )


def _join_leads(answers: Sequence[Answer]) -> Lead | None:
    """The first lines of all answers; none where one of them has none. Several posts are told by their
    statements, for a post alone does not say whose it is."""
    posts = [answer for answer in answers if all(one.slot is Slot.POST for one in answer.shown)]
    told = posts if sum(len(answer.shown) for answer in posts) > 1 else []
    if _tells_all(answers):
        return None
    leads = [answer.lead for answer in answers if answer.lead is not None and answer not in told]
    if not leads or len(leads) < len(answers) - len(told):
        return None
    return leads[0] if len(leads) == 1 else JointLead(leads=tuple(leads))


def _tells_all(answers: Sequence[Answer]) -> bool:
    """«Сколько стран и какие» of one statement, which answers the second part without a first line."""
    facts = {shown.fact.id for answer in answers for shown in answer.shown}
    leads = [answer.lead for answer in answers]
    return len(facts) == 1 and (None in leads or (len(leads) > 1 and leads.count(leads[0]) == len(leads)))


def _join_shown(answers: Sequence[Answer]) -> tuple[Shown, ...]:
    """All facts shown, each once for each slot and the slots of a fact together; runners-up are left out."""
    seen: dict[str, dict[str, Shown]] = {}
    for answer in answers:
        for shown in (one for one in answer.shown if not one.is_runner_up):
            seen.setdefault(shown.fact.id, {}).setdefault(shown.slot, shown)
    return tuple(shown for slots in seen.values() for shown in slots.values())


def _unanswered(text: str, result: Result) -> Unanswered:
    match result:
        case Refusal():
            return Unanswered(text=text, reason=result.reason, slot=result.slot, named=result.named)
        case Answer() | Choices():
            return Unanswered(text=text, reason=Reason.UNACCOUNTED)
