"""The conversation after a result: what the next follow-up is asked of."""

from __future__ import annotations

import re
from datetime import datetime

from knowledge.conversation import Conversation
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import FactId, PersonId
from knowledge.language.morphology import analyse
from knowledge.results import (
    Answer,
    Choices,
    Lead,
    Option,
    Polarity,
    Refusal,
    Result,
    Slot,
    ValueLead,
    YesNoLead,
)


def next_conversation(text: str, result: Result, before: Conversation, now: datetime | None) -> Conversation:
    """The conversation after a result: an answer becomes the topic, a refusal keeps the topic before it."""
    match result:
        case Answer(shown=shown):
            facts = tuple(dict.fromkeys(one.fact.id for one in shown))
            slot = shown[0].slot if shown else Slot.STATEMENT
            further = tuple(fact.id for fact in result.further) if result.rule == "digest" else None
            topic = _without_denied(text, result.lead)
            led = _people_of(result.lead)
            return Conversation(question=topic, slot=slot, facts=facts, people=led, further=further, at=now)
        case Choices(options=options):
            return Conversation(question=text, options=_ids(options), at=now)
        case Refusal(near=near):
            topic = before.question or text
            return Conversation(
                question=topic,
                slot=before.slot,
                facts=before.facts,
                people=before.people,
                options=_ids(near),
                at=now,
            )


def _people_of(lead: Lead | None) -> tuple[PersonId, ...]:
    """The people whom a first line gives as the answer."""
    held = lead.held if isinstance(lead, ValueLead) else ()
    return tuple(one.person.id for one in held) if isinstance(held, tuple) else ()


def _without_denied(text: str, lead: Lead | None) -> str:
    """The question without a date or place that the base denies, which no follow-up is asked of."""
    if not isinstance(lead, YesNoLead) or lead.polarity is not Polarity.NO or not lead.given:
        return text
    given, held = re.escape(lead.given), lead.held
    head, space, _ = lead.given.lower().partition(" ")
    if isinstance(held, str) and space and held.lower().startswith(f"{head} ") and _is_preposition(head):
        return re.sub(rf"\b{given}\b", lambda _: held, text, count=1, flags=re.IGNORECASE)
    if not isinstance(held, EdtfDate):
        return text
    found = re.search(rf"(?:\b(\w+)\s+)?\b{given}\b", text, re.IGNORECASE)
    if found is None:
        return text
    start = found.start() if found[1] and _is_preposition(found[1].lower()) else found.end() - len(lead.given)
    return " ".join(f"{text[:start]} {text[found.end() :]}".split())


def _is_preposition(word: str) -> bool:
    return analyse(word).first_pos == "PREP"


def _ids(options: tuple[Option, ...]) -> tuple[FactId, ...]:
    return tuple(option.fact.id for option in options)
