"""/privacy, /mydata, /forget: what is kept, all of it at hand, deleted after a confirmation."""

from __future__ import annotations

import json

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.replies.answers.notices import FOREIGN_BUTTON, OLD_BUTTON
from bot.replies.followups import privacy as texts
from bot.replies.parts import Reply, Text
from bot.telegram.sending.callback_answers import AnswerCallbacks
from bot.telegram.sending.sender import Place, Sender, place_of
from bot.telegram.stores import PersonalData


class ForgetCallback(CallbackData, prefix="forget"):
    sure: int


async def privacy(message: Message, sender: Sender, retention_days: int, texts_days: int) -> None:
    await sender.send(place_of(message), texts.privacy(retention_days, texts_days))


async def mydata(message: Message, bot: Bot, personal_data: PersonalData, sender: Sender) -> None:
    if message.chat.type != "private" or message.from_user is None:
        await sender.send(place_of(message), _said(texts.PRIVATE_ONLY))
        return
    found = await personal_data.everything(message.from_user.id)
    file = json.dumps(found, ensure_ascii=False, indent=2).encode()
    await bot.send_document(message.chat.id, BufferedInputFile(file, texts.FILE), caption=texts.CAPTION)


async def forget(message: Message, sender: Sender) -> None:
    if message.chat.type != "private":
        await sender.send(place_of(message), _said(texts.PRIVATE_ONLY))
        return
    await sender.send(place_of(message), texts.confirm())


async def forgotten(
    callback: CallbackQuery,
    callback_data: ForgetCallback,
    state: FSMContext,
    personal_data: PersonalData,
    sender: Sender,
) -> str | None:
    shown = callback.message
    if shown is None:
        return OLD_BUTTON
    if shown.chat.id != callback.from_user.id:
        return FOREIGN_BUTTON
    if callback_data.sure:
        await state.clear()
        await personal_data.forget(callback.from_user.id)
    told = texts.FORGOTTEN if callback_data.sure else texts.KEPT
    await sender.edit(Place(chat_id=shown.chat.id), shown.message_id, _said(told))
    return None


def _said(text: str) -> Reply:
    return Reply(parts=(Text(text),))


def build_router() -> Router:
    router = Router(name="privacy")
    router.callback_query.middleware(AnswerCallbacks())
    router.message.register(privacy, Command("privacy"))
    router.message.register(mydata, Command("mydata"))
    router.message.register(forget, Command("forget"))
    router.callback_query.register(forgotten, ForgetCallback.filter())
    return router
