"""Renders an engine result as a reply in Russian: the entry point of this package."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from bot.replies.answers import (
    corrections,
    facts,
    leads,
    options,
    refusals,
    small_talk,
    standing_records,
    wishes,
)
from bot.replies.parts import Part, Reply, Strong, Text
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import FactBase, FactId
from knowledge.results import Answer, Choices, Refusal, Result

CHOOSE = "Уточните, что вы имели в виду:"
UNSURE = "Возможно, вы об этом: "
"""Begins an answer that is less than probable: the statement alone, its value may be of something else."""
_LIKELY = "likely"
"""The rule of such an answer."""
NO_EDITS: Mapping[FactId, EdtfDate] = MappingProxyType({})


def render(
    result: Result, base: FactBase, now: datetime, changed: Mapping[FactId, EdtfDate] = NO_EDITS
) -> Reply:
    """The reply to a result.

    `now` (aware) decides which dates have passed; `changed` gives the day of the last edit of facts
    that differ from the source.
    """
    match result:
        case Answer():
            return _answer(result, base, now, changed)
        case Choices():
            return Reply(
                parts=(Text(f"{CHOOSE}\n"), options.listing(result.options), *corrections.parts(result)),
                buttons=options.buttons(result.options),
            )
        case Refusal():
            return refusals.render(result, base)


def _answer(answer: Answer, base: FactBase, now: datetime, changed: Mapping[FactId, EdtfDate]) -> Reply:
    if answer.wish is not None:
        return wishes.render(answer.wish, base, now, answer.reminder)
    if answer.small_talk is not None:
        return small_talk.render(answer.small_talk, base)
    is_sure = answer.rule != _LIKELY
    lead = leads.render(answer.lead, now.date()) if answer.lead is not None and is_sure else ""
    lead = standing_records.first_line(answer, base, lead)
    parts: list[Part] = [Strong(lead)] if lead else [] if is_sure else [Text(UNSURE)]
    body = facts.body(answer, base, now, changed, lead)
    if lead and body:
        parts.append(Text("\n\n"))
    missing = tuple(Text(f"\n\n{refusals.unanswered_part(part)}") for part in answer.unanswered)
    shown = lead + "".join(part.text for part in body)
    return Reply(
        parts=(
            *parts,
            *body,
            *missing,
            *corrections.parts(answer),
            *facts.footing(answer, base, changed, shown),
        )
    )
