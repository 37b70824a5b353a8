"""«Сообщить, когда появится ответ» under a refusal: subscribes to an answer alert or unsubscribes."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.replies.answers import feedback as texts
from bot.replies.answers.notices import OLD_BUTTON
from bot.settings.clock import Clock
from bot.telegram.feedback.callbacks import AnswerAlertCallback
from bot.telegram.ports import AnswerAlerts
from bot.telegram.sending.callback_answers import AnswerCallbacks, ShownMessage, Toast
from bot.telegram.sending.entities import inline_button
from bot.telegram.sending.sender import Sender


async def toggle_alert(
    _callback: CallbackQuery,
    callback_data: AnswerAlertCallback,
    shown: ShownMessage,
    sender: Sender,
    answer_alerts: AnswerAlerts,
    now: Clock,
) -> str | None:
    on = bool(callback_data.on)
    if on and await answer_alerts.is_out_of_scope(shown.chat.id, shown.message_id):
        if isinstance(shown, Message) and shown.reply_markup is not None:
            await sender.edit_keyboard(shown, _without_alert(shown.reply_markup))
        return texts.OUT_OF_SCOPE
    if on and not await answer_alerts.add(shown.chat.id, shown.message_id, now()):
        return OLD_BUTTON
    if not on:
        await answer_alerts.withdraw(shown.chat.id, shown.message_id)
    if isinstance(shown, Message) and shown.reply_markup is not None:
        await sender.edit_keyboard(shown, _toggled(shown.reply_markup, on=on))
    return Toast(texts.ALERT_SET if on else texts.ALERT_CANCELLED)


def _toggled(markup: InlineKeyboardMarkup, *, on: bool) -> InlineKeyboardMarkup:
    """The same keyboard with «unsubscribe» in place of «subscribe», or the reverse."""
    prefix = AnswerAlertCallback.__prefix__ + ":"
    rows = [
        [
            inline_button(texts.alert_button(requested=on))
            if (button.callback_data or "").startswith(prefix)
            else button
            for button in row
        ]
        for row in markup.inline_keyboard
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def _without_alert(markup: InlineKeyboardMarkup) -> InlineKeyboardMarkup | None:
    """The same keyboard without the button; None where nothing is left."""
    prefix = AnswerAlertCallback.__prefix__ + ":"
    rows = [
        [button for button in row if not (button.callback_data or "").startswith(prefix)]
        for row in markup.inline_keyboard
    ]
    kept = [row for row in rows if row]
    return InlineKeyboardMarkup(inline_keyboard=kept) if kept else None


def build_router() -> Router:
    router = Router(name="answer-alerts")
    router.callback_query.middleware(AnswerCallbacks())
    router.callback_query.register(toggle_alert, AnswerAlertCallback.filter())
    return router
