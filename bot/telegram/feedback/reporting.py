"""«Сообщить об ошибке»: the reader's next text goes to the editors' inbox."""

from __future__ import annotations

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.replies.answers import feedback as texts
from bot.settings.clock import Clock
from bot.telegram import prompts
from bot.telegram.ask.explanations import find_question
from bot.telegram.feedback.callbacks import ReportCallback
from bot.telegram.ports import AskedQuestions, Feedback
from bot.telegram.sending.callback_answers import AnswerCallbacks, ShownMessage
from bot.telegram.sending.places import Place, chat_of, place_of
from bot.telegram.sending.sender import Sender


class AwaitingReport(StatesGroup):
    text = State()


async def ask_for_report(
    callback: CallbackQuery,
    shown: ShownMessage,
    state: FSMContext,
    asked_questions: AskedQuestions,
    sender: Sender,
    now: Clock,
) -> None:
    """About the answer above; under a reply to small talk («это неправда»), about the answer before it."""
    asked = await asked_questions.by_message(shown.chat.id, shown.message_id)
    if asked is not None and not asked.is_of_base:
        asked = await asked_questions.last_of_base(shown.chat.id, callback.from_user.id)
    await _ask(chat_of(shown), shown.message_id if asked is None else asked.message_id, state, sender, now)


async def ask_about_last_answer(
    message: Message, state: FSMContext, asked_questions: AskedQuestions, sender: Sender, now: Clock
) -> None:
    """The same for «в ответе ошибка»: about the answer that the message replies to, else the last one."""
    if message.chat.type != ChatType.PRIVATE:
        await sender.send(place_of(message), texts.report_in_private())
        return
    answer = await find_question(message, asked_questions)
    if answer is None:
        await sender.send(place_of(message), texts.nothing_to_report())
        return
    await _ask(place_of(message), answer.message_id, state, sender, now)


async def _ask(place: Place, answer: int, state: FSMContext, sender: Sender, now: Clock) -> None:
    sent = await sender.send(place, texts.ask_for_report())
    waits = {"answer": answer, prompts.TAKES_DOUBTS: True}
    await prompts.begin(state, AwaitingReport.text, sent, now, **waits)


async def report(
    message: Message, bot: Bot, state: FSMContext, feedback: Feedback, sender: Sender, now: Clock
) -> None:
    assert message.from_user is not None  # a private chat
    answer = int((await state.get_data()).get("answer", 0))
    await prompts.end(state, bot, message.chat.id)
    known = await feedback.report(
        message.chat.id, answer, message.from_user.id, message.text or message.caption or "", now()
    )
    await sender.send(place_of(message), texts.report_received(known=known))


def build_router() -> Router:
    router = Router(name="reporting")
    router.callback_query.middleware(AnswerCallbacks())
    private, has_text = F.chat.type == ChatType.PRIVATE, F.text | F.caption
    router.callback_query.register(
        ask_for_report, ReportCallback.filter(), F.message.chat.type == ChatType.PRIVATE
    )
    router.message.register(
        report, private, StateFilter(AwaitingReport.text), has_text, ~F.text.startswith("/")
    )
    return router
