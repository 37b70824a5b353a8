"""The door of this package: what the engine found, as a reply in Russian."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from bot.replies.answers import facts, options, refusals, small_talk
from bot.replies.parts import Reply, Text
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import FactBase, FactId
from knowledge.results import Answer, Choices, Refusal, Result

CHOOSE = "Уточните, что вы имели в виду:"
NO_EDITS: Mapping[FactId, EdtfDate] = MappingProxyType({})


def render(
    result: Result, base: FactBase, now: datetime, changed: Mapping[FactId, EdtfDate] = NO_EDITS
) -> Reply:
    """A reply that Telegram and the terminal can draw.

    `now` (aware) tells what has passed; `changed` gives the day of the last edit of
    facts that are no longer as the source had them.
    """
    match result:
        case Answer():
            return _answer(result, base, now, changed)
        case Choices():
            return Reply(
                parts=(Text(f"{CHOOSE}\n"), options.listing(result.options)),
                buttons=options.buttons(result.options),
            )
        case Refusal():
            return refusals.render(result, base)


def _answer(answer: Answer, base: FactBase, now: datetime, changed: Mapping[FactId, EdtfDate]) -> Reply:
    if answer.small_talk is not None:
        return small_talk.render(answer.small_talk, base)
    shown = [one.fact for one in answer.shown]
    missing = tuple(Text(f"\n\n{refusals.half(part)}") for part in answer.unanswered)
    body, footing = facts.body(answer.shown, base, now, changed), facts.footing(shown, base, changed)
    return Reply(parts=(*body, *missing, *footing))
