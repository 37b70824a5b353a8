"""Sends a reply to a chat, or edits an earlier message; handles Telegram's refusals."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
)
from aiogram.methods import SendDocument, SendPhoto
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    EphemeralMessageParameters,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)

from bot.replies.parts import Button, Reply
from bot.replies.splitting import split
from bot.telegram.links import sharing_page
from bot.telegram.sending.callback_answers import ShownMessage
from bot.telegram.sending.entities import (
    SHARE,
    keyboard,
    plain_entities,
    plain_keyboard,
    reply_markup,
    text_and_entities,
)
from bot.telegram.sending.plain_calls import SendText

log = structlog.get_logger()
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_NO_PREVIEW = {"is_disabled": True}
_NO_RIGHT = ("not enough rights", "CHAT_WRITE_FORBIDDEN", "TOPIC_CLOSED", "chat not found", "CHAT_RESTRICTED")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a message goes: a chat, optionally a forum topic and a message to reply to.

    `only_for`: in a group, the user who alone sees it where the server and the client can do that;
    `pressed` is the id of the callback query that it answers.
    """

    chat_id: int
    thread_id: int | None = None
    reply_to: int | None = None
    only_for: int | None = None
    pressed: str | None = None


def place_of(message: Message) -> Place:
    """Where to answer `message`; in a group as a reply to it, so that everybody sees whose it was.

    A message that only the bot sees is answered to its author alone.
    """
    if message.chat.type != "private" and message.ephemeral_message_id is not None:
        return place_for_author(message)
    quoted = None if message.chat.type == "private" else message.message_id
    thread = message.message_thread_id if message.is_topic_message else None
    return Place(chat_id=message.chat.id, thread_id=thread, reply_to=quoted)


def place_for_author(message: Message) -> Place:
    """The same for what concerns the author alone: in a group nobody else sees it, where that is possible."""
    thread = message.message_thread_id if message.is_topic_message else None
    hidden = message.ephemeral_message_id
    quoted = message.message_id if hidden is None else -hidden
    anonymous = message.sender_chat is not None or message.from_user is None
    if message.chat.type == "private":
        return place_of(message)
    author = None if anonymous or message.from_user is None else message.from_user.id
    return Place(chat_id=message.chat.id, thread_id=thread, reply_to=quoted, only_for=author)


def chat_of(shown: ShownMessage) -> Place:
    """The chat in which a button was pressed."""
    return Place(chat_id=shown.chat.id)


def place_for_presser(callback: CallbackQuery, shown: ShownMessage) -> Place:
    """The same; in a group nobody but who pressed sees it, where that is possible."""
    if shown.chat.type == "private":
        return chat_of(shown)
    return Place(chat_id=shown.chat.id, only_for=callback.from_user.id, pressed=callback.id)


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
                    chat, _receiver(shown), -number, reply_markup=markup
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
                _receiver(shown),
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
            return await self._call(place, piece)
        except TelegramMigrateToChat as error:
            return await self._call(Place(chat_id=error.migrate_to_chat_id), piece)
        except TelegramForbiddenError as error:
            log.info("chat closed to the bot", chat=place.chat_id, reason=error.message)
        except TelegramBadRequest as error:
            simpler = _for_everybody(place) or _without_missing(place, error.message)
            if simpler is not None:
                return await self._send_one(simpler, piece)
            if not any(reason in error.message for reason in _NO_RIGHT):
                raise
            log.info("chat closed to the bot", chat=place.chat_id, reason=error.message)
        return None

    async def _call(self, place: Place, piece: Reply) -> int:
        if place.only_for is not None or piece.placeholder or (place.reply_to or 0) < 0:
            return await self._call_in_full(place, piece)
        text, entities = plain_entities(piece)
        quoted = {"message_id": place.reply_to, "allow_sending_without_reply": True}
        call = SendText(
            chat_id=place.chat_id,
            text=text,
            message_thread_id=place.thread_id,
            entities=entities,
            reply_parameters=quoted if place.reply_to else None,
            reply_markup=plain_keyboard(piece),
            link_preview_options=_NO_PREVIEW,
        )
        try:
            message = await self._bot(call)
        except ClientDecodeError as error:
            log.warning("response not readable", chat=place.chat_id, reason=str(error)[:80])
            message = None
        # A response without an id, or one that cannot be read, still says that the message was sent.
        number = message.get("message_id") if isinstance(message, dict) else None
        return number if isinstance(number, int) else 0

    async def _call_in_full(self, place: Place, piece: Reply) -> int:
        """A message for one member alone, or one that asks for a reply."""
        text, entities = text_and_entities(piece)
        alone = place.only_for and EphemeralMessageParameters(
            receiver_user_id=place.only_for, callback_query_id=place.pressed
        )
        message = await self._bot.send_message(
            place.chat_id,
            text,
            message_thread_id=place.thread_id,
            entities=entities,
            reply_parameters=_quoted(place),
            ephemeral_message_parameters=alone or None,
            reply_markup=reply_markup(piece),
            link_preview_options=NO_PREVIEW,
        )
        return message.message_id or -(message.ephemeral_message_id or 0)


def _sharing_links(row: tuple[Button, ...], username: str | None) -> tuple[Button, ...]:
    return tuple(
        button if button.action != SHARE else replace(button, url=sharing_page(username, button.argument))
        for button in row
    )


def is_hidden(shown: ShownMessage) -> bool:
    """Whether one member of a group sees the message alone: its id here is that one, negative."""
    return shown.message_id < 0


def _receiver(shown: ShownMessage) -> int:
    user = shown.receiver_user if isinstance(shown, Message) else None
    return 0 if user is None else user.id


def _quoted(place: Place) -> ReplyParameters | None:
    if place.reply_to is None:
        return None
    if place.reply_to < 0:
        return ReplyParameters(ephemeral_message_id=-place.reply_to)
    return ReplyParameters(message_id=place.reply_to, allow_sending_without_reply=True)


def _for_everybody(place: Place) -> Place | None:
    """The same place where the server refuses to send to one member alone."""
    if place.only_for is None:
        return None
    quoted = place.reply_to if place.reply_to is not None and place.reply_to > 0 else None
    return Place(chat_id=place.chat_id, thread_id=place.thread_id, reply_to=quoted)


def _without_missing(place: Place, reason: str) -> Place | None:
    """The same chat without what Telegram did not find: the message replied to, or the topic."""
    if place.reply_to is not None and "repl" in reason and "not found" in reason:
        return replace(place, reply_to=None)
    if place.thread_id is not None and "thread not found" in reason:
        return replace(place, thread_id=None)
    return None
