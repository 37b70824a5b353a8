"""The engine's door: a question and a conversation in, a result and the conversation after it out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from knowledge.conversation import Conversation
from knowledge.model import Fact, FactBase, FactId
from knowledge.result import Answer, Reason, Refusal, Result, Shown, Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What was said and what is remembered of it."""

    result: Result
    conversation: Conversation


class Answerer:
    """Answers questions about one base. Built once (index and all), then read-only and thread-safe."""

    def __init__(self, base: FactBase) -> None:
        self.base = base

    def reply(self, question: str, conversation: Conversation, now: datetime) -> Turn:
        """Answer one message; `now` (aware) only ages the conversation."""
        refusal = Refusal(rule="off-topic", confidence=0.5, reason=Reason.OFF_TOPIC)
        return Turn(result=refusal, conversation=conversation)

    def show(self, fact_id: FactId, conversation: Conversation, now: datetime) -> Turn:
        """The answer that a pressed button asks for: this fact. Raises KeyError if it is gone."""
        fact: Fact = self.base.fact_by_id[fact_id]
        shown = (Shown(fact=fact, slot=Slot.STATEMENT),)
        answer = Answer(rule="chosen", confidence=0.99, shown=shown)
        return Turn(result=answer, conversation=Conversation(facts=(fact_id,), at=now))
