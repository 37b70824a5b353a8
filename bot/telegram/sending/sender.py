"""Sends a reply to a chat, or edits an earlier message; handles Telegram's refusals."""

from __future__ import annotations

from dataclasses import dataclass, replace

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramMigrateToChat
from aiogram.methods import SendDocument, SendPhoto
from aiogram.types import BufferedInputFile, LinkPreviewOptions, Message, ReplyParameters

from bot.replies.parts import Reply
from bot.replies.splitting import split
from bot.telegram.sending.callback_answers import ShownMessage
from bot.telegram.sending.entities import keyboard, reply_markup, text_and_entities

log = structlog.get_logger()
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_NO_RIGHT = ("not enough rights", "CHAT_WRITE_FORBIDDEN", "TOPIC_CLOSED", "chat not found", "CHAT_RESTRICTED")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a message goes: a chat, optionally a forum topic and a message to reply to."""

    chat_id: int
    thread_id: int | None = None
    reply_to: int | None = None


def place_of(message: Message) -> Place:
    """Where to answer `message`; in a group as a reply to it, so that everybody sees whose it was."""
    quoted = None if message.chat.type == "private" else message.message_id
    thread = message.message_thread_id if message.is_topic_message else None
    return Place(chat_id=message.chat.id, thread_id=thread, reply_to=quoted)


def chat_of(shown: ShownMessage) -> Place:
    """The chat in which a button was pressed."""
    return Place(chat_id=shown.chat.id)


class Sender:
    """Retries after 429, 5xx and lost connections are done by the Bot's session (retrying.py)."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def send(self, place: Place, reply: Reply) -> int | None:
        """The id of the (last) message sent; None where the bot may not write to the chat."""
        sent: int | None = None
        for piece in split(reply):
            sent = await self._send_one(place, piece)
            if sent is None:
                return None
            place = replace(place, reply_to=None)
        return sent

    async def edit_shown(self, shown: ShownMessage, reply: Reply) -> int | None:
        """Edit the message whose button was pressed; returns the same as `edit`."""
        return await self.edit(chat_of(shown), shown.message_id, reply)

    async def edit(self, place: Place, message_id: int, reply: Reply) -> int | None:
        """Replace the content of the bot's message; pieces that do not fit follow as new messages.

        Where Telegram refuses the edit (the message is too old), the reply is sent as a new message.
        Returns the id of the last message; None where the bot may not write to the chat.
        """
        first, *others = split(reply)
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

    async def _send_one(self, place: Place, piece: Reply) -> int | None:
        try:
            return await self._call(place, piece)
        except TelegramMigrateToChat as error:
            return await self._call(Place(chat_id=error.migrate_to_chat_id), piece)
        except TelegramForbiddenError as error:
            log.info("chat closed to the bot", chat=place.chat_id, reason=error.message)
        except TelegramBadRequest as error:
            simpler = _without_missing(place, error.message)
            if simpler is not None:
                return await self._send_one(simpler, piece)
            if not any(reason in error.message for reason in _NO_RIGHT):
                raise
            log.info("chat closed to the bot", chat=place.chat_id, reason=error.message)
        return None

    async def _call(self, place: Place, piece: Reply) -> int:
        text, entities = text_and_entities(piece)
        quoted = place.reply_to and ReplyParameters(
            message_id=place.reply_to, allow_sending_without_reply=True
        )
        message = await self._bot.send_message(
            place.chat_id,
            text,
            message_thread_id=place.thread_id,
            entities=entities,
            reply_parameters=quoted or None,
            reply_markup=reply_markup(piece),
            link_preview_options=NO_PREVIEW,
        )
        return message.message_id


def _without_missing(place: Place, reason: str) -> Place | None:
    """The same chat without what Telegram did not find: the message replied to, or the topic."""
    if place.reply_to is not None and "repl" in reason and "not found" in reason:
        return replace(place, reply_to=None)
    if place.thread_id is not None and "thread not found" in reason:
        return replace(place, thread_id=None)
    return None
