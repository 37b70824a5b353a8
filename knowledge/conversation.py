"""The context kept between the turns of a conversation; it can be stored as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from knowledge.facts.model import FactId, PersonId
from knowledge.results import Slot

LIFETIME = timedelta(minutes=15)
"""After this pause the context is dropped."""
SKEW = timedelta(seconds=30)
"""By which the clock of the process that answered last may be ahead of this one's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """The last question and what was shown or offered after it.

    `people` are those whom the first line of the last answer named; `told_people` those of each of the last
    answers since one named any, the last answer last.
    `question` is its text with spelling corrected and ellipsis filled. `options` are those of the last
    Choices or Refusal, which «1»…«4» or their own words choose; `listed` those of which one was just chosen,
    so that another number chooses another. `refused`: whether the last question was. `typed` is the last
    message as typed, where a word of it was read as another; «не то» asks it as it stands. `wish` is what the
    last message wanted of the bot: «продолжи» after «поставь на паузу» asks for no more facts. `further`:
    after a digest, what is told of it where more is asked for; None after other answers. `thread_id` is the
    caller's: the forum topic in which it was held.
    """

    question: str = ""
    slot: Slot = Slot.STATEMENT
    facts: tuple[FactId, ...] = ()
    people: tuple[PersonId, ...] = ()
    told_people: tuple[tuple[PersonId, ...], ...] = ()
    options: tuple[FactId, ...] = ()
    listed: tuple[FactId, ...] = ()
    refused: bool = False
    typed: str = ""
    wish: str = ""
    further: tuple[FactId, ...] | None = None
    thread_id: int = 0
    at: datetime | None = None

    def is_fresh(self, now: datetime) -> bool:
        """Whether the last turn is recent enough to be carried over. Both are aware."""
        return self.at is not None and -SKEW <= now - self.at <= LIFETIME


NEW = Conversation()


def to_json(conversation: Conversation) -> dict[str, Any]:
    """JSON values that `from_json` turns into an equal conversation."""
    return {
        "question": conversation.question,
        "slot": conversation.slot.value,
        "facts": list(conversation.facts),
        "people": list(conversation.people),
        "told_people": [list(people) for people in conversation.told_people],
        "options": list(conversation.options),
        "listed": list(conversation.listed),
        "refused": conversation.refused,
        "typed": conversation.typed,
        "wish": conversation.wish,
        "further": None if conversation.further is None else list(conversation.further),
        "thread_id": conversation.thread_id,
        "at": None if conversation.at is None else conversation.at.isoformat(),
    }


def from_json(data: Mapping[str, Any]) -> Conversation:
    """The reverse of `to_json`. Raises KeyError or ValueError on anything else."""
    return Conversation(
        question=str(data["question"]),
        slot=Slot(data["slot"]),
        facts=tuple(FactId(fact) for fact in data["facts"]),
        people=tuple(PersonId(person) for person in data.get("people", ())),
        told_people=tuple(
            tuple(PersonId(person) for person in people) for people in data.get("told_people", ())
        ),
        options=tuple(FactId(fact) for fact in data["options"]),
        listed=tuple(FactId(fact) for fact in data.get("listed", ())),
        refused=bool(data.get("refused", False)),
        typed=str(data.get("typed", "")),
        wish=str(data.get("wish", "")),
        further=None if data.get("further") is None else tuple(FactId(fact) for fact in data["further"]),
        thread_id=int(data.get("thread_id", 0)),
        at=None if data["at"] is None else datetime.fromisoformat(data["at"]),
    )
