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
    DigestLead,
    Lead,
    ListLead,
    Option,
    Polarity,
    Refusal,
    Result,
    Slot,
    ValueLead,
    YesNoLead,
)

_KEPT = 6
"""Of so many answers the people are kept."""
_GUESSED = "likely"
"""The rule of an answer that is less than probable."""


def next_conversation(text: str, result: Result, before: Conversation, now: datetime | None) -> Conversation:
    """The conversation after a result: an answer becomes the topic, a refusal keeps the topic before it."""
    match result:
        case Answer(shown=shown):
            facts = tuple(dict.fromkeys(one.fact.id for one in shown))
            slot = shown[0].slot if shown else Slot.STATEMENT
            further = tuple(fact.id for fact in result.further) if result.rule == "digest" else None
            topic = _without_denied(text, result.lead)
            led = _people_of(result.lead)
            guessed = facts[:1] if result.rule == _GUESSED else ()  # «да» confirms it, «нет» leaves it.
            return Conversation(
                question=topic,
                slot=slot,
                facts=facts,
                people=led,
                told_people=_with_people(before.told_people, led or _person_told(result)),
                options=guessed,
                further=further,
                at=now,
            )
        case Choices(options=options):
            told = before.told_people
            return Conversation(question=text, told_people=told, options=_ids(options), at=now)
        case Refusal(near=near):
            topic = before.question or text
            return Conversation(
                question=topic,
                slot=before.slot,
                facts=before.facts,
                people=before.people,
                told_people=before.told_people,
                options=_ids(near),
                refused=True,
                at=now,
            )


def _people_of(lead: Lead | None) -> tuple[PersonId, ...]:
    """The people whom a first line gives as the answer."""
    if isinstance(lead, ListLead):
        return tuple(one.id for one in lead.people)
    held = lead.held if isinstance(lead, ValueLead) else ()
    return tuple(one.person.id for one in held) if isinstance(held, tuple) else ()


def _person_told(answer: Answer) -> tuple[PersonId, ...]:
    """The only person of the only fact, or of the one that says who somebody is."""
    first = answer.shown[:1]
    is_alone = answer.lead is None and len(answer.shown) == 1
    is_of_person = is_alone or isinstance(answer.lead, DigestLead) or any(s.slot is Slot.POST for s in first)
    people = {part.person for one in first for part in one.fact.people} if is_of_person else set()
    return tuple(people) if len(people) == 1 else ()


def _with_people(
    told: tuple[tuple[PersonId, ...], ...], people: tuple[PersonId, ...]
) -> tuple[tuple[PersonId, ...], ...]:
    """The people of the last answers; of one that names none nothing, once somebody was named."""
    return (*told, people)[-_KEPT:] if told or people else told


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
