"""«Сообщить, когда появится ответ» under a refusal, and taking it back."""

from __future__ import annotations

from contextlib import suppress

from aiogram import Bot, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.replies.answers import feedback as texts
from bot.replies.answers.notices import OLD_BUTTON
from bot.settings.clock import Clock
from bot.telegram.feedback.callbacks import PromiseCallback
from bot.telegram.sending.callback_answers import AnswerCallbacks, Passing
from bot.telegram.sending.entities import key
from bot.telegram.stores import AnswerAlerts


async def promise(
    callback: CallbackQuery, callback_data: PromiseCallback, bot: Bot, promises: AnswerAlerts, now: Clock
) -> str | None:
    shown, on = callback.message, bool(callback_data.on)
    if shown is None:
        return OLD_BUTTON
    if on and not await promises.agree(shown.chat.id, shown.message_id, now()):
        return OLD_BUTTON
    if not on:
        await promises.withdraw(shown.chat.id, shown.message_id)
    if isinstance(shown, Message) and shown.reply_markup is not None:
        # Pressed twice at once, the second finds it so already.
        with suppress(TelegramBadRequest):
            await bot.edit_message_reply_markup(
                chat_id=shown.chat.id,
                message_id=shown.message_id,
                reply_markup=_with(shown.reply_markup, given=on),
            )
    return Passing(texts.PROMISED if on else texts.WITHDRAWN)


def _with(markup: InlineKeyboardMarkup, *, given: bool) -> InlineKeyboardMarkup:
    """The same keyboard with the other button of the two."""
    mine = PromiseCallback.__prefix__ + ":"
    rows = [
        [
            key(texts.promise(given=given)) if (one.callback_data or "").startswith(mine) else one
            for one in row
        ]
        for row in markup.inline_keyboard
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def build_router() -> Router:
    router = Router(name="promising")
    router.callback_query.middleware(AnswerCallbacks())
    router.callback_query.register(promise, PromiseCallback.filter())
    return router
