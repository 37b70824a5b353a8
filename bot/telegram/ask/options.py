"""Buttons that ask: a fact on offer, answered in place; an example question of /start."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.records.engine_holder import EngineHolder
from bot.replies.answers.notices import FOREIGN_BUTTON, OLD_BUTTON
from bot.telegram.ask.callbacks import ExampleCallback, FactCallback
from bot.telegram.ask.question_flow import QuestionFlow, Reader
from bot.telegram.sending.callback_answers import AnswerCallbacks
from bot.telegram.sending.sender import Place, Sender
from bot.telegram.stores import AskedQuestions
from knowledge.facts.model import FactId


async def choose(
    callback: CallbackQuery,
    callback_data: FactCallback,
    question_flow: QuestionFlow,
    asked_questions: AskedQuestions,
    sender: Sender,
) -> str | None:
    shown = callback.message
    if shown is None:
        return OLD_BUTTON
    asked = await asked_questions.by_message(shown.chat.id, shown.message_id)
    if asked is not None and asked.user_id != callback.from_user.id:
        return FOREIGN_BUTTON
    reader = Reader(chat_id=shown.chat.id, user_id=callback.from_user.id)
    try:
        consulted = await question_flow.show(reader, FactId(callback_data.fact))
    except KeyError:
        return OLD_BUTTON
    sent = await sender.edit(Place(chat_id=shown.chat.id), shown.message_id, consulted.reply)
    if sent is not None:
        await question_flow.note(reader, consulted, sent)
    return None


async def example(
    callback: CallbackQuery,
    callback_data: ExampleCallback,
    engine: EngineHolder,
    question_flow: QuestionFlow,
    sender: Sender,
) -> str | None:
    """The answer comes as a new message: the other examples stay at hand."""
    examples = engine.current.base.source.examples
    if callback.message is None or not 0 <= callback_data.number < len(examples):
        return OLD_BUTTON
    reader = Reader(chat_id=callback.message.chat.id, user_id=callback.from_user.id)
    consulted = await question_flow.answer(reader, examples[callback_data.number])
    sent = await sender.send(Place(chat_id=reader.chat_id), consulted.reply)
    if sent is not None:
        await question_flow.note(reader, consulted, sent)
    return None


def build_router() -> Router:
    router = Router(name="choosing")
    router.callback_query.middleware(AnswerCallbacks())
    router.callback_query.register(choose, FactCallback.filter())
    router.callback_query.register(example, ExampleCallback.filter())
    return router
