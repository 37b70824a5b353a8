"""Puts the reader's own words into a result: quotes as they were typed, and the corrected question."""

from __future__ import annotations

from dataclasses import replace

from knowledge.decision.context.name_capitals import with_name_capitals
from knowledge.facts.model import FactBase
from knowledge.language.typed_question import TypedQuestion
from knowledge.results import Answer, Choices, Refusal, Result


def with_typed_words(result: Result, typed: TypedQuestion, base: FactBase) -> Result:
    """The result with what it quotes of the question as typed: with ё, letter case and slips."""
    why = replace(result.why, corrected=typed.corrected(), understood=typed.respell(result.why.understood))
    match result:
        case Refusal():
            return replace(
                result,
                named=tuple(map(typed.quote, result.named)),
                apart=tuple(map(typed.quote, result.apart)),
                asked=with_name_capitals(typed.quote(result.asked), base) if result.asked else "",
                why=why,
            )
        case Answer():
            unanswered = tuple(
                replace(one, text=typed.quote(one.text), named=tuple(map(typed.quote, one.named)))
                for one in result.unanswered
            )
            return replace(result, unanswered=unanswered, why=why)
        case Choices():
            return replace(result, why=why)
