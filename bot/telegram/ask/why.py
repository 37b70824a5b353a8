"""/why: explains the last answer, or the answer that the command replies to."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.records.question_log import AskedQuestion
from bot.replies.answers.why import NOTHING_YET
from bot.replies.parts import Reply, Text
from bot.telegram.ports import AskedQuestions
from bot.telegram.sending.sender import Sender, place_for_author


async def why(message: Message, asked_questions: AskedQuestions, sender: Sender) -> None:
    asked = await find_question(message, asked_questions)
    text = NOTHING_YET if asked is None else asked.explanation
    await sender.send(place_for_author(message), Reply(parts=(Text(text),)))


async def find_question(message: Message, asked_questions: AskedQuestions) -> AskedQuestion | None:
    """The question answered by the message that this one replies to, else the writer's last one."""
    chat, answer = message.chat.id, message.reply_to_message
    if answer is not None and (asked := await asked_questions.by_message(chat, answer.message_id)):
        return asked
    return None if message.from_user is None else await asked_questions.last(chat, message.from_user.id)


def build_router() -> Router:
    router = Router(name="why")
    router.message.register(why, Command("why"))
    return router
