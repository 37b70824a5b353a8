"""The conversation after a result: what the next follow-up is asked of."""

from __future__ import annotations

from datetime import datetime

from knowledge.conversation import Conversation
from knowledge.facts.model import FactId
from knowledge.results import Answer, Choices, Option, Refusal, Result, Slot


def next_conversation(text: str, result: Result, before: Conversation, now: datetime | None) -> Conversation:
    """The conversation after a result: an answer becomes the topic, a refusal keeps the topic before it."""
    match result:
        case Answer(shown=shown):
            facts = tuple(dict.fromkeys(one.fact.id for one in shown))
            slot = shown[0].slot if shown else Slot.STATEMENT
            further = tuple(fact.id for fact in result.further) if result.rule == "digest" else None
            return Conversation(question=text, slot=slot, facts=facts, further=further, at=now)
        case Choices(options=options):
            return Conversation(question=text, options=_ids(options), at=now)
        case Refusal(near=near):
            topic = before.question or text
            return Conversation(
                question=topic, slot=before.slot, facts=before.facts, options=_ids(near), at=now
            )


def _ids(options: tuple[Option, ...]) -> tuple[FactId, ...]:
    return tuple(option.fact.id for option in options)
