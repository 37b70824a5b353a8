"""/privacy, /mydata, /forget: what is kept, all of it at hand, deleted after a confirmation."""

from __future__ import annotations

import json

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.replies import followups_privacy as texts
from bot.replies.notices import FOREIGN_BUTTON, OLD_BUTTON
from bot.replies.parts import Reply, Text
from bot.telegram.answering import AnswerPresses
from bot.telegram.presses import ForgetPress
from bot.telegram.sender import Place, Sender, place_of
from bot.telegram.stores import PersonalData


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
    press: CallbackQuery,
    callback_data: ForgetPress,
    state: FSMContext,
    personal_data: PersonalData,
    sender: Sender,
) -> str | None:
    shown = press.message
    if shown is None:
        return OLD_BUTTON
    if shown.chat.id != press.from_user.id:
        return FOREIGN_BUTTON
    if callback_data.sure:
        await state.clear()
        await personal_data.forget(press.from_user.id)
    told = texts.FORGOTTEN if callback_data.sure else texts.KEPT
    await sender.edit(Place(chat_id=shown.chat.id), shown.message_id, _said(told))
    return None


def _said(text: str) -> Reply:
    return Reply(parts=(Text(text),))


def build_router() -> Router:
    router = Router(name="privacy")
    router.callback_query.middleware(AnswerPresses())
    router.message.register(privacy, Command("privacy"))
    router.message.register(mydata, Command("mydata"))
    router.message.register(forget, Command("forget"))
    router.callback_query.register(forgotten, ForgetPress.filter())
    return router
