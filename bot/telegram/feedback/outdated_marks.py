"""Marks an answer of long ago whose fact was changed since: the reply as given, and a line under it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import InaccessibleMessage, Message, MessageEntity

from bot.records.corrections import Correction
from bot.replies.answers import feedback as texts
from bot.replies.parts import Reply
from bot.telegram.sending.entities import formatted, keyboard
from bot.telegram.sending.sender import NO_PREVIEW, Place, Sender


class OutdatedMarker:
    """`zone` is that of the editors: in it the day of a correction is told."""

    def __init__(self, sender: Sender, zone: ZoneInfo) -> None:
        self._sender = sender
        self._zone = zone

    async def mark(self, bot: Bot, shown: Message | InaccessibleMessage, correction: Correction) -> None:
        """Where the text of the answer is out of reach or too long, the line comes as a message."""
        at = correction.at.astimezone(self._zone)
        line = Reply(parts=texts.outdated(at, retired=correction.retired), buttons=texts.new_answer())
        if not isinstance(shown, Message) or shown.text is None or not await _edit(bot, shown, line):
            quoted = Place(chat_id=shown.chat.id, reply_to=shown.message_id)
            await self._sender.send(quoted, line)


async def _edit(bot: Bot, shown: Message, line: Reply) -> bool:
    """False where Telegram does not take the longer text."""
    more, entities = formatted(line)
    text = f"{shown.text}\n\n"
    offset = len(text.encode("utf-16-le")) // 2
    moved = [MessageEntity(type=one.type, offset=one.offset + offset, length=one.length) for one in entities]
    try:
        await bot.edit_message_text(
            text + more,
            chat_id=shown.chat.id,
            message_id=shown.message_id,
            entities=[*(shown.entities or ()), *moved],
            reply_markup=keyboard(line),
            link_preview_options=NO_PREVIEW,
        )
    except TelegramBadRequest as error:
        return "not modified" in error.message
    return True
