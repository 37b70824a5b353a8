"""/why: explains the last answer, or the answer that the command replies to."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.records.question_log import AskedQuestion
from bot.replies.answers.notices import OLD_BUTTON
from bot.replies.answers.why import NOTHING_YET, detailed, short
from bot.replies.parts import Reply, Text
from bot.telegram.ask.callbacks import DetailsCallback
from bot.telegram.ports import AskedQuestions
from bot.telegram.sending.callback_answers import AnswerCallbacks, ShownMessage
from bot.telegram.sending.places import place_for_author
from bot.telegram.sending.sender import Sender


async def why(message: Message, asked_questions: AskedQuestions, sender: Sender) -> None:
    asked = await find_question(message, asked_questions)
    reply = Reply(parts=(Text(NOTHING_YET),))
    if asked is not None:
        reply = short(asked.explanation, asked.message_id)
    await sender.send(place_for_author(message), reply)


async def details(
    _callback: CallbackQuery,
    callback_data: DetailsCallback,
    shown: ShownMessage,
    asked_questions: AskedQuestions,
    sender: Sender,
) -> str | None:
    """The rest, in place of the summary."""
    asked = await asked_questions.by_message(shown.chat.id, callback_data.answer)
    if asked is None:
        return OLD_BUTTON
    await sender.edit_shown(shown, detailed(asked.explanation))
    return None


async def find_question(message: Message, asked_questions: AskedQuestions) -> AskedQuestion | None:
    """The question answered by the message that this one replies to, else the writer's last of the base."""
    chat, answer = message.chat.id, message.reply_to_message
    if answer is not None and (asked := await asked_questions.by_message(chat, answer.message_id)):
        return asked
    return (
        None if message.from_user is None else await asked_questions.last_of_base(chat, message.from_user.id)
    )


def build_router() -> Router:
    router = Router(name="why")
    router.callback_query.middleware(AnswerCallbacks())
    router.callback_query.register(details, DetailsCallback.filter())
    router.message.register(why, Command("why"))
    return router
