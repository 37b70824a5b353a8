"""«Сообщить об ошибке»: the next text of the reader goes to the editors' inbox."""

from __future__ import annotations

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.replies.answers import feedback as texts
from bot.replies.answers.notices import OLD_BUTTON
from bot.settings.clock import Clock
from bot.telegram.feedback.callbacks import ReportCallback
from bot.telegram.sending.callback_answers import AnswerCallbacks
from bot.telegram.sending.sender import Place, Sender, place_of
from bot.telegram.stores import Feedback


class Reporting(StatesGroup):
    words = State()


async def begin(callback: CallbackQuery, state: FSMContext, sender: Sender) -> str | None:
    if callback.message is None:
        return OLD_BUTTON
    await state.set_state(Reporting.words)
    await state.set_data({"answer": callback.message.message_id})
    await sender.send(Place(chat_id=callback.message.chat.id), texts.ask())
    return None


async def words(message: Message, state: FSMContext, feedback: Feedback, sender: Sender, now: Clock) -> None:
    assert message.from_user is not None  # a private chat
    answer = int((await state.get_data()).get("answer", 0))
    await state.clear()
    known = await feedback.report(
        message.chat.id, answer, message.from_user.id, message.text or message.caption or "", now()
    )
    await sender.send(place_of(message), texts.reported(known=known))


def build_router() -> Router:
    router = Router(name="reporting")
    router.callback_query.middleware(AnswerCallbacks())
    private, has_words = F.chat.type == ChatType.PRIVATE, F.text | F.caption
    router.callback_query.register(begin, ReportCallback.filter(), F.message.chat.type == ChatType.PRIVATE)
    router.message.register(words, private, StateFilter(Reporting.words), has_words, ~F.text.startswith("/"))
    return router
