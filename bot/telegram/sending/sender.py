"""Sends a reply to a chat, or edits an earlier message; handles Telegram's refusals."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
)
from aiogram.methods import SendDocument, SendPhoto
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardMarkup,
)

from bot.replies.parts import Button, Reply
from bot.replies.splitting import split
from bot.telegram.links import sharing_page
from bot.telegram.sending.callback_answers import ShownMessage
from bot.telegram.sending.entities import (
    SHARE,
    keyboard,
    text_and_entities,
)
from bot.telegram.sending.message_calls import NO_PREVIEW, send_message
from bot.telegram.sending.places import (
    Place,
    chat_of,
    for_everybody,
    is_hidden,
    receiver_of,
    without_missing,
)

log = structlog.get_logger()
_NO_RIGHT = ("not enough rights", "CHAT_WRITE_FORBIDDEN", "TOPIC_CLOSED", "chat not found", "CHAT_RESTRICTED")


class Sender:
    """Retries after 429, 5xx and lost connections are done by the Bot's session (retrying.py)."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def send(self, place: Place, reply: Reply) -> int | None:
        """The id of the (last) message sent; None where the bot may not write to the chat."""
        sent: int | None = None
        for piece in split(await self._fitting(reply)):
            sent = await self._send_one(place, piece)
            if sent is None:
                return None
            place = replace(place, reply_to=None)
        return sent

    async def edit_keyboard(self, shown: ShownMessage, markup: InlineKeyboardMarkup | None) -> None:
        """Replace the buttons of a message; one that is too old or has them already stays as it is."""
        chat, number = shown.chat.id, shown.message_id
        with suppress(TelegramBadRequest):
            if is_hidden(shown):
                await self._bot.edit_ephemeral_message_reply_markup(
                    chat, receiver_of(shown), -number, reply_markup=markup
                )
            else:
                await self._bot.edit_message_reply_markup(
                    chat_id=chat, message_id=number, reply_markup=markup
                )

    async def edit_shown(self, shown: ShownMessage, reply: Reply) -> int | None:
        """Edit the message whose button was pressed; returns the same as `edit`."""
        if is_hidden(shown):
            return await self._edit_hidden(shown, reply)
        return await self.edit(chat_of(shown), shown.message_id, reply)

    async def _edit_hidden(self, shown: ShownMessage, reply: Reply) -> int | None:
        """Edit a message that one member of a group sees; what does not fit is left out."""
        first = split(reply)[0]
        text, entities = text_and_entities(first)
        with suppress(TelegramBadRequest):
            await self._bot.edit_ephemeral_message_text(
                shown.chat.id,
                receiver_of(shown),
                -shown.message_id,
                text,
                entities=entities,
                reply_markup=keyboard(first),
                link_preview_options=NO_PREVIEW,
            )
        return shown.message_id

    async def edit(self, place: Place, message_id: int, reply: Reply) -> int | None:
        """Replace the content of the bot's message; pieces that do not fit follow as new messages.

        Where Telegram refuses the edit (the message is too old), the reply is sent as a new message.
        Returns the id of the last message; None where the bot may not write to the chat.
        """
        first, *others = split(await self._fitting(reply))
        text, entities = text_and_entities(first)
        try:
            await self._bot.edit_message_text(
                text,
                chat_id=place.chat_id,
                message_id=message_id,
                entities=entities,
                reply_markup=keyboard(first),
                link_preview_options=NO_PREVIEW,
            )
        except TelegramForbiddenError:
            return None
        except (TelegramBadRequest, TelegramMigrateToChat) as error:
            if "not modified" in error.message:
                return message_id
            log.info("edit refused, sent anew", chat=place.chat_id, reason=error.message)
            return await self.send(place, reply)
        for piece in others:
            message_id = await self._send_one(place, piece) or message_id
        return message_id

    async def send_file(
        self, place: Place, content: bytes, name: str, caption: str, *, as_photo: bool = False
    ) -> None:
        """Send a document or a photo; nothing happens where the bot may not write to the chat."""
        file = BufferedInputFile(content, name)
        method: SendPhoto | SendDocument
        if as_photo:
            method = SendPhoto(chat_id=place.chat_id, photo=file)
        else:
            method = SendDocument(chat_id=place.chat_id, document=file)
        method.caption, method.message_thread_id = caption, place.thread_id
        try:
            await self._bot(method)
        except TelegramForbiddenError as error:
            log.info("chat closed to the bot", chat=place.chat_id, reason=error.message)

    async def _fitting(self, reply: Reply) -> Reply:
        """Where the bot has no inline mode, «Поделиться» opens Telegram's own page for a link."""
        shares = any(button.action == SHARE for row in reply.buttons for button in row)
        if not shares or (me := await self._bot.me()).supports_inline_queries is not False:
            return reply
        return replace(reply, buttons=tuple(_sharing_links(row, me.username) for row in reply.buttons))

    async def _send_one(self, place: Place, piece: Reply) -> int | None:
        try:
            return await send_message(self._bot, place, piece)
        except TelegramMigrateToChat as error:
            return await send_message(self._bot, Place(chat_id=error.migrate_to_chat_id), piece)
        except TelegramForbiddenError as error:
            log.info("chat closed to the bot", chat=place.chat_id, reason=error.message)
        except TelegramBadRequest as error:
            simpler = for_everybody(place) or without_missing(place, error.message)
            if simpler is not None:
                return await self._send_one(simpler, piece)
            if not any(reason in error.message for reason in _NO_RIGHT):
                raise
            log.info("chat closed to the bot", chat=place.chat_id, reason=error.message)
        return None


def _sharing_links(row: tuple[Button, ...], username: str | None) -> tuple[Button, ...]:
    return tuple(
        button if button.action != SHARE else replace(button, url=sharing_page(username, button.argument))
        for button in row
    )
