"""/privacy says what is stored, /mydata sends it as a file, /forget deletes it after a confirmation."""

from __future__ import annotations

import json

from aiogram import Bot, F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import Command, StateFilter
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.replies.answers.notices import FOREIGN_BUTTON
from bot.replies.followups import privacy as texts
from bot.replies.parts import Reply, Text
from bot.settings.clock import Clock
from bot.telegram import prompts
from bot.telegram.ports import PersonalData
from bot.telegram.sending.callback_answers import AnswerCallbacks, ShownMessage
from bot.telegram.sending.places import place_of
from bot.telegram.sending.sender import Sender
from knowledge.language.small_talk import small_talk
from knowledge.language.tokens import tokens
from knowledge.results import SmallTalk
from knowledge.understanding.choices import declines


class ForgetCallback(CallbackData, prefix="forget"):
    """The answer to «delete everything?»: 1 or 0."""

    sure: int


async def privacy(message: Message, sender: Sender, retention_days: int, texts_days: int) -> None:
    await sender.send(place_of(message), texts.privacy(retention_days, texts_days))


async def mydata(message: Message, bot: Bot, personal_data: PersonalData, sender: Sender) -> None:
    if message.chat.type != "private" or message.from_user is None:
        await sender.send(place_of(message), _plain(texts.PRIVATE_ONLY))
        return
    found = await personal_data.export(message.from_user.id)
    file = json.dumps(found, ensure_ascii=False, indent=2).encode()
    await bot.send_document(message.chat.id, BufferedInputFile(file, texts.FILE), caption=texts.CAPTION)


class AwaitingForget(StatesGroup):
    """The next text may be a typed «да» or «нет»."""

    answer = State()


async def forget(message: Message, sender: Sender, state: FSMContext, now: Clock) -> None:
    if message.chat.type != "private":
        await sender.send(place_of(message), _plain(texts.PRIVATE_ONLY))
        return
    sent = await sender.send(place_of(message), texts.confirm())
    await prompts.begin(state, AwaitingForget.answer, sent, now)


async def typed_answer(message: Message, sender: Sender, state: FSMContext) -> None:
    """A «нет» keeps all; a «да» is not enough to delete it: the button is to be pressed. Else no answer."""
    words = [token.word for token in tokens(message.text or "")]
    if declines(words) or words[:1] == ["нет"]:
        await state.clear()
        await sender.send(place_of(message), _plain(texts.KEPT))
    elif small_talk(message.text or "") is SmallTalk.AGREEMENT or words[:1] == ["да"]:
        await sender.send(place_of(message), texts.press_button())
    else:
        await state.clear()
        raise SkipHandler


async def confirm_forget(
    callback: CallbackQuery,
    callback_data: ForgetCallback,
    shown: ShownMessage,
    state: FSMContext,
    personal_data: PersonalData,
    sender: Sender,
) -> str | None:
    if shown.chat.id != callback.from_user.id:
        return FOREIGN_BUTTON
    await state.clear()
    if callback_data.sure:
        await personal_data.erase(callback.from_user.id)
    outcome = texts.FORGOTTEN if callback_data.sure else texts.KEPT
    await sender.edit_shown(shown, _plain(outcome))
    return None


def _plain(text: str) -> Reply:
    return Reply(parts=(Text(text),))


def build_router() -> Router:
    router = Router(name="privacy")
    router.callback_query.middleware(AnswerCallbacks())
    router.message.register(privacy, Command("privacy"))
    router.message.register(mydata, Command("mydata"))
    router.message.register(forget, Command("forget"))
    typed = (F.text, ~F.text.startswith("/"))
    router.message.register(typed_answer, StateFilter(AwaitingForget.answer), *typed)
    router.callback_query.register(confirm_forget, ForgetCallback.filter())
    return router
