"""Middleware for buttons: answers every callback query, so that no button keeps its loading indicator."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from aiogram import BaseMiddleware
from aiogram.dispatcher.event.bases import NextMiddlewareType
from aiogram.exceptions import AiogramError
from aiogram.types import CallbackQuery, InaccessibleMessage, Message, TelegramObject

from bot.errors import StorageUnavailableError
from bot.replies.answers.notices import FAULT, NOT_SAVED, OLD_BUTTON

ShownMessage = Message | InaccessibleMessage
"""The message with the button. Telegram withholds the content of an old one (InaccessibleMessage)."""


def _identified(message: ShownMessage) -> ShownMessage:
    """A message that one member of a group sees has the id 0: here it gets its own id, negative."""
    hidden = message.ephemeral_message_id if isinstance(message, Message) else None
    return message if hidden is None else message.model_copy(update={"message_id": -hidden})


class Toast(str):
    """A notice that disappears by itself; any other is an alert that the reader closes."""

    __slots__ = ()


class Press:
    """A press of a button, answered once: a handler that takes long answers it at once by itself."""

    def __init__(self, callback: CallbackQuery) -> None:
        self._callback = callback
        self._answered = False

    async def answer(self, notice: str | None = None) -> None:
        if self._answered:
            return
        self._answered = True
        # «query is too old» and the like: the reader no longer waits for an answer.
        with suppress(AiogramError):
            alert = notice is not None and not isinstance(notice, Toast)
            await self._callback.answer(notice, show_alert=alert)


class AnswerCallbacks(BaseMiddleware):
    """A button's handler returns the notice to show above the chat, or None for none.

    It may take `shown`, the message with the button, and `press`, to answer before it is done. A button under
    an inline-mode result comes without a message: it is answered with OLD_BUTTON, without the handler.
    """

    async def __call__(
        self, handler: NextMiddlewareType[TelegramObject], event: TelegramObject, data: dict[str, Any]
    ) -> Any:
        assert isinstance(event, CallbackQuery)
        notice: str | None = FAULT
        press = Press(event)
        data["press"] = press
        try:
            if event.message is None:
                notice = OLD_BUTTON
            else:
                data["shown"] = _identified(event.message)
                notice = await handler(event, data)
        except StorageUnavailableError:
            notice = NOT_SAVED
        finally:
            await press.answer(notice)
        return notice
