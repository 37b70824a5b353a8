"""An edited question: its answer is edited in place, if it is the last one and no older than a minute.

Which message answered it stands in the question log, so that any process finds it.
"""

from __future__ import annotations

from datetime import timedelta

from aiogram import Router
from aiogram.types import Message

from bot.errors import StorageUnavailableError
from bot.records.question_log import AskedQuestion
from bot.settings.clock import Clock
from bot.telegram.ask.addressing import Addressed
from bot.telegram.ask.answered_turn import Asker
from bot.telegram.ask.question_flow import QuestionFlow
from bot.telegram.ports import AskedQuestions
from bot.telegram.sending.places import place_of
from bot.telegram.sending.sender import Sender

WITHIN = timedelta(minutes=1)


async def edited(
    message: Message,
    question: str,
    question_flow: QuestionFlow,
    asked_questions: AskedQuestions,
    sender: Sender,
    now: Clock,
) -> None:
    if question.startswith("/"):
        return  # a command is given by a message of its own
    reader = reader_of(message)
    last = await _last(reader, asked_questions)
    if last is None or last.question_id != message.message_id or now() - last.at > WITHIN:
        return
    turn = await question_flow.answer(reader, question)
    sent = await sender.edit(place_of(message), last.message_id, turn.reply)
    if sent is not None:
        await question_flow.record(reader, turn, sent, message.message_id)


async def _last(reader: Asker, asked_questions: AskedQuestions) -> AskedQuestion | None:
    """None, too, while the database is away: an edit has no effect then."""
    try:
        return await asked_questions.last(reader.chat_id, reader.user_id)
    except StorageUnavailableError:
        return None


def reader_of(message: Message) -> Asker:
    """Who asks, in which topic. The filter requires an author."""
    assert message.from_user is not None
    thread = message.message_thread_id if message.is_topic_message else None
    return Asker(chat_id=message.chat.id, user_id=message.from_user.id, thread_id=thread or 0)


def build_router() -> Router:
    router = Router(name="edited-questions")
    router.edited_message.register(edited, Addressed())
    return router
