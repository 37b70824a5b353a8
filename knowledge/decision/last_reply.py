"""The reply to what only takes an offer, asks for more of the last answer, or doubts it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from knowledge.conversation import Conversation
from knowledge.decision.digests.further_facts import after_further, further
from knowledge.decision.doubted_answer import doubted
from knowledge.decision.offered_options import chosen_option, offered_again
from knowledge.facts.model import FactBase, FactId
from knowledge.language.tokens import normalize
from knowledge.results import Answer, Shown, Slot, Wish
from knowledge.turn import Turn, beside


def said_of_last(text: str, conversation: Conversation, base: FactBase, now: datetime) -> Turn | None:
    """The reply to such a message; None to the rest."""
    chosen = chosen_option(text, conversation, base)
    if chosen is not None:
        return shown_fact(chosen, base, now, conversation.options or conversation.listed)
    offered = offered_again(text, conversation, base)
    if offered is not None:
        return Turn(result=offered, conversation=replace(conversation, at=now))
    basis = doubted(text, conversation, base)
    if basis is not None:
        return beside(basis, conversation, now)
    more = further(text, conversation, base) if conversation.wish != Wish.PAUSE else None
    return None if more is None else Turn(result=more, conversation=after_further(more, conversation, now))


def shown_fact(fact_id: FactId, base: FactBase, now: datetime, listed: tuple[FactId, ...] = ()) -> Turn:
    """A chosen fact, and the conversation in which another of the `listed` may be chosen next."""
    fact = base.fact_by_id[fact_id]
    answer = Answer(rule="chosen", confidence=0.99, shown=(Shown(fact=fact, slot=Slot.STATEMENT),))
    question = normalize(fact.questions[0] if fact.questions else fact.says)
    after = Conversation(question=question, facts=(fact_id,), listed=listed, at=now)
    return Turn(result=answer, conversation=after)
