"""Recovers when the storage no longer has a dialog's state: a button reopens, a text is handled as usual."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import structlog
from aiogram import BaseMiddleware, Bot
from aiogram.dispatcher.event.bases import NextMiddlewareType
from aiogram.exceptions import AiogramError
from aiogram.fsm.storage.base import BaseStorage, StorageKey
from aiogram.types import CallbackQuery, Chat, Message, TelegramObject
from aiogram_dialog.api.exceptions import OutdatedIntent, UnknownIntent, UnknownState
from aiogram_dialog.utils import remove_intent_id

from bot.errors import StorageUnavailableError
from bot.replies.editing.base_browser import OUTDATED

log = structlog.get_logger()
LOST = (UnknownIntent, OutdatedIntent, UnknownState)
REOPEN = "facts-again"
"""Callback data that replaces a lost button's: show the open form, or else the start of /facts."""


class RecoverDialogs(BaseMiddleware):
    """An outer middleware, because aiogram-dialog's own raises before any handler is called.

    Raises StorageUnavailableError where the state was not read: it is not lost, and the update comes again.
    """

    async def __call__(
        self, handler: NextMiddlewareType[TelegramObject], event: TelegramObject, data: dict[str, Any]
    ) -> Any:
        before = missed_reads(data)
        try:
            return await handler(event, data)
        except LOST as error:
            require_read(data, before)
            log.info("form lost", reason=type(error).__name__)
        reopen = _as_reopen(event)
        try:
            return await handler(reopen, data)
        except LOST:
            require_read(data, before)
            # The open form is broken too, not only the button of an earlier one.
            await _clear_stack(
                data["fsm_storage"], data["bot"], data["event_chat"], data.get("event_thread_id")
            )
        return await handler(reopen, data)


def missed_reads(data: Mapping[str, Any]) -> int:
    """How many states the storage of a handler's data could not read so far."""
    return getattr(data["fsm_storage"], "missed_reads", 0)


def require_read(data: Mapping[str, Any], before: int) -> None:
    """Raises StorageUnavailableError if states were not read since `missed_reads` gave `before`."""
    if missed_reads(data) != before:
        raise StorageUnavailableError


def _as_reopen(event: TelegramObject) -> TelegramObject:
    """A dialog's button becomes REOPEN; any other event is handled again as it is."""
    if not isinstance(event, CallbackQuery) or remove_intent_id(event.data or "")[0] is None:
        return event
    return event.model_copy(update={"data": REOPEN}).as_(event.bot)


async def _clear_stack(storage: BaseStorage, bot: Bot, chat: Chat, thread_id: int | None) -> None:
    """Empty the dialog stack of a private chat; its contexts are purged with other old states."""
    key = StorageKey(
        bot_id=bot.id, chat_id=chat.id, user_id=chat.id, thread_id=thread_id, destiny="aiogd:stack:"
    )
    await storage.set_data(key, {})


async def answer_lost(callback: CallbackQuery) -> None:
    """Show a notice above the chat, and remove the message's buttons: none of them works."""
    with suppress(AiogramError):
        await callback.answer(OUTDATED, show_alert=True)
    if isinstance(callback.message, Message):
        with suppress(AiogramError):
            await callback.message.edit_reply_markup()
