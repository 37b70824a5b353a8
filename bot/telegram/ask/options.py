"""Buttons that ask: an option and «Не то» are answered in place, «Ещё» and an example of /start below."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.records.engine_holder import EngineHolder
from bot.replies.answers.buttons import FURTHER
from bot.replies.answers.notices import FOREIGN_BUTTON, OLD_BUTTON
from bot.telegram.ask.answered_turn import AnsweredTurn, Asker
from bot.telegram.ask.callbacks import AsTypedCallback, ExampleCallback, FactCallback, FurtherCallback
from bot.telegram.ask.question_flow import QuestionFlow
from bot.telegram.ports import AskedQuestions
from bot.telegram.sending.callback_answers import AnswerCallbacks, ShownMessage
from bot.telegram.sending.places import chat_of
from bot.telegram.sending.sender import Sender
from knowledge.facts.model import FactId
from knowledge.results import Refusal


async def choose(
    callback: CallbackQuery,
    callback_data: FactCallback,
    shown: ShownMessage,
    question_flow: QuestionFlow,
    asked_questions: AskedQuestions,
    sender: Sender,
) -> str | None:
    asked = await asked_questions.by_message(shown.chat.id, shown.message_id)
    if asked is not None and asked.user_id != callback.from_user.id:
        return FOREIGN_BUTTON
    reader = presser(callback, shown)
    try:
        turn = await question_flow.show(reader, FactId(callback_data.fact))
    except KeyError:
        return OLD_BUTTON
    await _replace(reader, turn, shown, question_flow, sender)
    return None


async def as_typed(
    callback: CallbackQuery,
    shown: ShownMessage,
    question_flow: QuestionFlow,
    asked_questions: AskedQuestions,
    sender: Sender,
) -> str | None:
    """The answer to the question as typed takes the place of that to the corrected one; no refusal does."""
    asked = await asked_questions.by_message(shown.chat.id, shown.message_id)
    if asked is None or not asked.text:
        return OLD_BUTTON
    if asked.user_id != callback.from_user.id:
        return FOREIGN_BUTTON
    reader = presser(callback, shown)
    turn = await question_flow.answer_as_typed(reader, asked.text)
    if isinstance(turn.result, Refusal):
        await question_flow.send(reader, turn, chat_of(shown), sender)
    else:
        await _replace(reader, turn, shown, question_flow, sender)
    return None


async def example(
    callback: CallbackQuery,
    callback_data: ExampleCallback,
    shown: ShownMessage,
    engine: EngineHolder,
    question_flow: QuestionFlow,
    sender: Sender,
) -> str | None:
    """The answer is a new message: the other examples stay above it."""
    examples = engine.current.base.source.examples
    if not 0 <= callback_data.number < len(examples):
        return OLD_BUTTON
    reader = presser(callback, shown)
    turn = await question_flow.answer(reader, examples[callback_data.number])
    await question_flow.send(reader, turn, chat_of(shown), sender)
    return None


async def further(
    callback: CallbackQuery, shown: ShownMessage, question_flow: QuestionFlow, sender: Sender
) -> None:
    """The next facts of a digest, below it: as if its reader had asked for more."""
    reader = presser(callback, shown)
    turn = await question_flow.answer(reader, FURTHER, shown.message_id)
    await question_flow.send(reader, turn, chat_of(shown), sender)


def presser(callback: CallbackQuery, shown: ShownMessage) -> Asker:
    """Who pressed a button, in which chat."""
    return Asker(chat_id=shown.chat.id, user_id=callback.from_user.id)


async def _replace(
    reader: Asker, turn: AnsweredTurn, shown: ShownMessage, question_flow: QuestionFlow, sender: Sender
) -> None:
    """Edit the answer into the message with the button, and record it if it could be edited."""
    sent = await sender.edit_shown(shown, turn.reply)
    if sent is not None:
        await question_flow.record(reader, turn, sent)


def build_router() -> Router:
    router = Router(name="options")
    router.callback_query.middleware(AnswerCallbacks())
    router.callback_query.register(choose, FactCallback.filter())
    router.callback_query.register(as_typed, AsTypedCallback.filter())
    router.callback_query.register(further, FurtherCallback.filter())
    router.callback_query.register(example, ExampleCallback.filter())
    return router
