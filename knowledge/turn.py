"""A turn of a conversation: the reply to a message, and what is kept for the next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from knowledge.conversation import Conversation
from knowledge.results import Answer, AnswerForm, Result, SmallTalk, Wish, WishedReminder


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The reply to one message, and the conversation to be kept for the next."""

    result: Result
    conversation: Conversation


def wanted(wish: Wish | None, reminder: WishedReminder | None) -> Answer:
    return Answer(rule="wish", confidence=0.9, wish=wish, reminder=reminder, form=AnswerForm.WISH)


def talked(talk: SmallTalk | None) -> Answer:
    return Answer(rule="small-talk", confidence=0.95, small_talk=talk, form=AnswerForm.WISH)


def beside(answer: Answer, conversation: Conversation, now: datetime) -> Turn:
    """The turn of an answer that is no part of what is spoken about."""
    kept = (
        replace(conversation, at=now, typed="", wish=answer.wish or "") if conversation.at else conversation
    )
    return Turn(result=answer, conversation=kept)
