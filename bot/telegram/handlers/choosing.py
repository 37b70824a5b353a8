"""Buttons that ask: a fact on offer, answered in place; an example question of /start."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.replies.notices import FOREIGN_BUTTON, OLD_BUTTON
from bot.telegram.answering import AnswerPresses
from bot.telegram.consulting import Consultant, Reader
from bot.telegram.engine import Engine
from bot.telegram.presses import ExamplePress, FactPress
from bot.telegram.sender import Place, Sender
from bot.telegram.stores import AskedQuestions
from knowledge.model import FactId


async def choose(
    press: CallbackQuery,
    callback_data: FactPress,
    consultant: Consultant,
    asked_questions: AskedQuestions,
    sender: Sender,
) -> str | None:
    shown = press.message
    if shown is None:
        return OLD_BUTTON
    asked = await asked_questions.by_message(shown.chat.id, shown.message_id)
    if asked is not None and asked.user_id != press.from_user.id:
        return FOREIGN_BUTTON
    reader = Reader(chat_id=shown.chat.id, user_id=press.from_user.id)
    try:
        consulted = await consultant.show(reader, FactId(callback_data.fact))
    except KeyError:
        return OLD_BUTTON
    sent = await sender.edit(Place(chat_id=shown.chat.id), shown.message_id, consulted.reply)
    if sent is not None:
        await consultant.note(reader, consulted, sent)
    return None


async def example(
    press: CallbackQuery,
    callback_data: ExamplePress,
    engine: Engine,
    consultant: Consultant,
    sender: Sender,
) -> str | None:
    """The answer comes as a new message: the other examples stay at hand."""
    examples = engine.current.base.source.examples
    if press.message is None or not 0 <= callback_data.number < len(examples):
        return OLD_BUTTON
    reader = Reader(chat_id=press.message.chat.id, user_id=press.from_user.id)
    consulted = await consultant.answer(reader, examples[callback_data.number])
    sent = await sender.send(Place(chat_id=reader.chat_id), consulted.reply)
    if sent is not None:
        await consultant.note(reader, consulted, sent)
    return None


def build_router() -> Router:
    router = Router(name="choosing")
    router.callback_query.middleware(AnswerPresses())
    router.callback_query.register(choose, FactPress.filter())
    router.callback_query.register(example, ExamplePress.filter())
    return router
