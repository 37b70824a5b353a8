"""An edited question: its answer is edited in place, if it is the last one and no older than a minute."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta

from aiogram import Router
from aiogram.types import Message

from bot.settings.clock import Clock
from bot.telegram.ask.addressing import Addressed
from bot.telegram.ask.answered_turn import Asker
from bot.telegram.ask.question_flow import QuestionFlow
from bot.telegram.sending.places import place_of
from bot.telegram.sending.sender import Sender

WITHIN = timedelta(minutes=1)
_KEPT = 10_000
"""Readers whose last answer is known; older ones are forgotten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LastAnswer:
    """The reader's message with the question, and the bot's with the answer."""

    question: int
    answer: int
    at: datetime


class LastAnswers:
    """In memory: after a restart an edit within the minute has no effect, as one after it."""

    def __init__(self) -> None:
        self._answers: OrderedDict[Asker, LastAnswer] = OrderedDict()

    def remember(self, reader: Asker, answer: LastAnswer) -> None:
        self._answers[reader] = answer
        self._answers.move_to_end(reader)
        while len(self._answers) > _KEPT:
            self._answers.popitem(last=False)

    def of(self, reader: Asker) -> LastAnswer | None:
        return self._answers.get(reader)


async def edited(
    message: Message,
    question: str,
    question_flow: QuestionFlow,
    last_answers: LastAnswers,
    sender: Sender,
    now: Clock,
) -> None:
    reader = reader_of(message)
    last = last_answers.of(reader)
    if last is None or last.question != message.message_id or now() - last.at > WITHIN:
        return
    turn = await question_flow.answer(reader, question)
    sent = await sender.edit(place_of(message), last.answer, turn.reply)
    if sent is not None:
        await question_flow.record(reader, turn, sent)
        last_answers.remember(reader, LastAnswer(question=message.message_id, answer=sent, at=last.at))


def reader_of(message: Message) -> Asker:
    """Who asks, in which topic. The filter requires an author."""
    assert message.from_user is not None
    thread = message.message_thread_id if message.is_topic_message else None
    return Asker(chat_id=message.chat.id, user_id=message.from_user.id, thread_id=thread or 0)


def build_router() -> Router:
    router = Router(name="edited-questions")
    router.edited_message.register(edited, Addressed())
    return router
