"""What a result leaves for the next question: an answer is the topic, a refusal keeps the one before."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from knowledge.conversation import Conversation
from knowledge.decision.next_conversation import next_conversation
from knowledge.facts.model import FactId
from knowledge.results import Answer, Choices, Option, Reason, Refusal, Shown, Slot
from tests.knowledge.sample_base import BASE, BOATS

NOW = datetime(2027, 5, 1, 12, tzinfo=UTC)
OTHER = replace(BOATS, id=FactId("other"))
BEFORE = Conversation(question="где регата", slot=Slot.PLACE, facts=(FactId("place"),))


def options(*facts: FactId) -> tuple[Option, ...]:
    known = {one.id: one for one in (*BASE.facts, OTHER)}
    return tuple(Option(fact=known[one], label="") for one in facts)


def test_an_answer_is_the_topic_with_each_fact_once() -> None:
    shown = tuple(Shown(fact=fact, slot=Slot.NUMBER) for fact in (BOATS, OTHER, BOATS))
    found = next_conversation("сколько лодок", Answer(rule="sure", confidence=0.9, shown=shown), BEFORE, NOW)
    assert found == Conversation(
        question="сколько лодок", slot=Slot.NUMBER, facts=(BOATS.id, OTHER.id), at=NOW
    )


def test_choices_are_kept_to_be_chosen_from() -> None:
    result = Choices(rule="keywords", confidence=0.5, options=options(OTHER.id, BOATS.id))
    assert next_conversation("лодки", result, BEFORE, NOW) == Conversation(
        question="лодки", options=(OTHER.id, BOATS.id), at=NOW
    )


def test_a_refusal_keeps_the_topic_and_offers_what_is_near() -> None:
    result = Refusal(rule="unsure", confidence=0.5, reason=Reason.OFF_TOPIC, near=options(BOATS.id))
    after = replace(BEFORE, options=(BOATS.id,), refused=True, at=NOW)
    assert next_conversation("а почему", result, BEFORE, NOW) == after
    assert next_conversation("а почему", result, Conversation(), NOW).question == "а почему"
