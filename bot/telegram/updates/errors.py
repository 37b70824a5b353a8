"""The last error handler: logs what a handler raised, and apologises to the reader."""

from __future__ import annotations

from contextlib import suppress

import structlog
from aiogram import Dispatcher
from aiogram.exceptions import AiogramError, TelegramNetworkError, TelegramServerError
from aiogram.types import ErrorEvent

from bot.errors import StorageUnavailableError
from bot.replies.answers import notices
from bot.telegram.sending.places import place_of
from bot.telegram.sending.sender import Sender

log = structlog.get_logger()


async def apologise(event: ErrorEvent, sender: Sender) -> None:
    """Only for messages: a callback query gets its notice from AnswerCallbacks.

    Raises the error again where it passes and nobody is told of it: the update is then tried again.
    """
    error, message = event.exception, event.update.message
    about = {"update": event.update.update_id, "kind": event.update.event_type}
    if isinstance(error, StorageUnavailableError):
        if message is None:
            raise error
        log.info("not stored", **about)
        await sender.send(place_of(message), notices.not_saved())
        return
    if isinstance(error, TelegramNetworkError | TelegramServerError):
        raise error
    if isinstance(error, AiogramError):  # caused by the network or the server: a traceback says nothing
        log.warning("update failed", **about, reason=str(error))
    else:
        log.error("update failed", **about, exc_info=error)
    if message is not None:
        with suppress(AiogramError):
            await sender.send(place_of(message), notices.internal_error())


def register(dispatcher: Dispatcher) -> None:
    dispatcher.errors.register(apologise)
