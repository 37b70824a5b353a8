"""A form that is no longer in the storage: the press is answered and the base opened anew, a text goes on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import structlog
from aiogram import BaseMiddleware, Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.fsm.storage.base import BaseStorage, StorageKey
from aiogram.types import CallbackQuery, Chat, Message, TelegramObject
from aiogram_dialog.api.exceptions import OutdatedIntent, UnknownIntent, UnknownState
from aiogram_dialog.utils import remove_intent_id

from bot.replies.editing.base_browser import OUTDATED

log = structlog.get_logger()
LOST = (UnknownIntent, OutdatedIntent, UnknownState)
AGAIN = "facts-again"
"""What a lost button is taken for: show the form in hand, or else the base from its beginning."""
Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class RecoverDialogs(BaseMiddleware):
    """Stands outside aiogram-dialog, whose middleware raises before any handler could answer."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        try:
            return await handler(event, data)
        except LOST as error:
            log.info("form lost", reason=type(error).__name__)
        again = _again(event)
        try:
            return await handler(again, data)
        except LOST:
            # The form in hand is broken too, not only the button of an earlier one.
            await _forget(data["fsm_storage"], data["bot"], data["event_chat"], data.get("event_thread_id"))
        return await handler(again, data)


def _again(event: TelegramObject) -> TelegramObject:
    """A button of a form becomes «again»; any other event is tried as it is."""
    if not isinstance(event, CallbackQuery) or remove_intent_id(event.data or "")[0] is None:
        return event
    return event.model_copy(update={"data": AGAIN}).as_(event.bot)


async def _forget(storage: BaseStorage, bot: Bot, chat: Chat, thread_id: int | None) -> None:
    """Empty the stack of forms of a private chat; the contexts on it are purged with old forms."""
    key = StorageKey(
        bot_id=bot.id, chat_id=chat.id, user_id=chat.id, thread_id=thread_id, destiny="aiogd:stack:"
    )
    await storage.set_data(key, {})


async def answer_lost(callback: CallbackQuery) -> None:
    """Say it above the chat, and take the buttons of a message that has none that work."""
    with suppress(TelegramAPIError):
        await callback.answer(OUTDATED, show_alert=True)
    if isinstance(callback.message, Message):
        with suppress(TelegramAPIError):
            await callback.message.edit_reply_markup()
