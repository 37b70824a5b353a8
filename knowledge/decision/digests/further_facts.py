"""What comes next of a digest, or is near to the last answer, where the reader asks for more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import chain

from knowledge.conversation import Conversation
from knowledge.decision.digests.told_facts import MOST, MOST_FURTHER
from knowledge.facts.model import Fact, FactBase, FactId, PersonId
from knowledge.results import Answer, AnswerForm, Explanation, Shown, Slot, SmallTalk, ValueLead
from knowledge.understanding.further import Further, asks_further
from knowledge.understanding.ties import asks_speech

_OF_PEOPLE = (Slot.PERSON, Slot.SPEAKER, Slot.POST, Slot.SIDE)


def further(text: str, conversation: Conversation, base: FactBase) -> Answer | None:
    """The next facts, or that there are no more; None where more of nothing is asked for."""
    asked = asks_further(text)
    if asked is None or not conversation.facts:
        return None
    if asked is Further.SHORTER:
        return _shorter(conversation, base)
    if asked is Further.WHERE:
        return _where_written(conversation, base)
    facts = (
        _known(conversation.further, base) if conversation.further is not None else _near(conversation, base)
    )
    if not facts:
        return Answer(
            rule="small-talk", confidence=0.9, small_talk=SmallTalk.TOLD_ALL, form=AnswerForm.SUMMARY
        )
    return Answer(
        rule="digest",
        confidence=0.85,
        shown=tuple(Shown(fact=fact, slot=Slot.STATEMENT) for fact in facts[:MOST]),
        further=tuple(facts[MOST:]),
        form=AnswerForm.SUMMARY,
        why=Explanation(understood=conversation.question, carried=(conversation.question,)),
    )


def _shorter(conversation: Conversation, base: FactBase) -> Answer | None:
    """The one statement that comes first in the last answer."""
    first = _known(conversation.facts[:1], base)
    if not first:
        return None
    return Answer(
        rule="digest",
        confidence=0.85,
        shown=(Shown(fact=first[0], slot=Slot.STATEMENT),),
        form=AnswerForm.SUMMARY,
        why=Explanation(understood=conversation.question, carried=(conversation.question,)),
    )


def _where_written(conversation: Conversation, base: FactBase) -> Answer | None:
    """The paragraph of the source of the fact told first; None where the base does not have it."""
    first = _known(conversation.facts[:1], base)
    if not first or first[0].paragraph is None:
        return None
    return Answer(
        rule="source",
        confidence=0.85,
        shown=(Shown(fact=first[0], slot=Slot.STATEMENT),),
        lead=ValueLead(held=f"абзац {first[0].paragraph}"),
        form=AnswerForm.SOURCE,
        why=Explanation(understood=conversation.question, carried=(conversation.question,)),
    )


def after_further(answer: Answer, before: Conversation, now: datetime) -> Conversation:
    """The topic stays, and what was told before is not told again."""
    return Conversation(
        question=before.question,
        slot=before.slot,
        facts=tuple(one.fact.id for one in answer.shown) or before.facts,
        told_people=before.told_people,
        further=tuple(fact.id for fact in answer.further),
        thread_id=before.thread_id,
        at=now,
    )


def _known(ids: Iterable[FactId], base: FactBase) -> list[Fact]:
    return [base.fact_by_id[one] for one in ids if one in base.fact_by_id]


def _near(conversation: Conversation, base: FactBase) -> list[Fact]:
    """Other facts about the event of the last answer, on its people and of its topic; the people first where
    they were asked for, and before all what else the same speaker said where that was."""
    last = _known(conversation.facts, base)
    events = {event for fact in last[:1] for event in fact.about[:1]}
    topics = {fact.topic for fact in last[:1]}
    others = [fact for fact in base.facts if fact not in last]
    people = {part.person for fact in last[:1] for part in fact.people}
    speakers = {fact.said_by for fact in last[:1] if fact.said_by is not None}
    said = [fact for fact in others if fact.said_by in speakers]
    on_people = [fact for fact in others if fact.said_by is None and _are_all_of(fact, people)]
    about = [fact for fact in others if events.intersection(fact.about)]
    of_topic = [fact for fact in others if fact.topic in topics]
    near = [on_people, about] if conversation.slot in _OF_PEOPLE or not events else [about, on_people]
    if asks_speech(conversation.question):
        near.insert(0, said)
    return [*dict.fromkeys((*chain.from_iterable(near), *of_topic))][:MOST_FURTHER]


def _are_all_of(fact: Fact, people: set[PersonId]) -> bool:
    """Whether a fact is on some of these people and on nobody else."""
    own = {part.person for part in fact.people}
    return bool(own) and own <= people
