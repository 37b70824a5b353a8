"""/privacy says what is stored, /mydata sends it as a file, /forget deletes it after a confirmation."""

from __future__ import annotations

import json

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.replies.answers.notices import FOREIGN_BUTTON
from bot.replies.followups import privacy as texts
from bot.replies.parts import Reply, Text
from bot.telegram.ports import PersonalData
from bot.telegram.sending.callback_answers import AnswerCallbacks, ShownMessage
from bot.telegram.sending.places import place_of
from bot.telegram.sending.sender import Sender


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


async def forget(message: Message, sender: Sender) -> None:
    if message.chat.type != "private":
        await sender.send(place_of(message), _plain(texts.PRIVATE_ONLY))
        return
    await sender.send(place_of(message), texts.confirm())


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
    if callback_data.sure:
        await state.clear()
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
    router.callback_query.register(confirm_forget, ForgetCallback.filter())
    return router
