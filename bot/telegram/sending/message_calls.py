"""Sends one message by one call of the Bot API: a plain one, which costs least, or one with all its parts."""

from __future__ import annotations

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
)
from aiogram.types import (
    EphemeralMessageParameters,
    LinkPreviewOptions,
    ReplyParameters,
)

from bot.replies.parts import Reply
from bot.telegram.sending.entities import (
    plain_entities,
    plain_keyboard,
    reply_markup,
    text_and_entities,
)
from bot.telegram.sending.places import (
    Place,
)
from bot.telegram.sending.plain_calls import SendText

log = structlog.get_logger()
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_NO_PREVIEW = {"is_disabled": True}


async def send_message(bot: Bot, place: Place, piece: Reply) -> int:
    """The id of the message; 0 where Telegram's response does not say it. Raises what Telegram refuses."""
    if place.only_for is not None or piece.placeholder or (place.reply_to or 0) < 0:
        return await _send_in_full(bot, place, piece)
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
        message = await bot(call)
    except ClientDecodeError as error:
        log.warning("response not readable", chat=place.chat_id, reason=str(error)[:80])
        message = None
    # A response without an id, or one that cannot be read, still says that the message was sent.
    number = message.get("message_id") if isinstance(message, dict) else None
    return number if isinstance(number, int) else 0


async def _send_in_full(bot: Bot, place: Place, piece: Reply) -> int:
    """A message for one member alone, or one that asks for a reply."""
    text, entities = text_and_entities(piece)
    alone = place.only_for and EphemeralMessageParameters(
        receiver_user_id=place.only_for, callback_query_id=place.pressed
    )
    message = await bot.send_message(
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


def _quoted(place: Place) -> ReplyParameters | None:
    if place.reply_to is None:
        return None
    if place.reply_to < 0:
        return ReplyParameters(ephemeral_message_id=-place.reply_to)
    return ReplyParameters(message_id=place.reply_to, allow_sending_without_reply=True)
