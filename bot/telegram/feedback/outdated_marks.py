"""Marks an earlier answer whose fact was edited since: a line is added under the text that was sent."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import Message, MessageEntity

from bot.records.corrections import Correction
from bot.replies.answers import feedback as texts
from bot.replies.parts import Reply
from bot.telegram.sending.callback_answers import ShownMessage
from bot.telegram.sending.entities import keyboard, text_and_entities
from bot.telegram.sending.message_calls import NO_PREVIEW
from bot.telegram.sending.places import Place
from bot.telegram.sending.sender import Sender


class OutdatedMarker:
    """`zone`: the editors' time zone, in which the day of a correction is shown."""

    def __init__(self, sender: Sender, zone: ZoneInfo) -> None:
        self._sender = sender
        self._zone = zone

    async def mark(self, bot: Bot, shown: ShownMessage, correction: Correction) -> None:
        """Where the text is inaccessible or would become too long, the line is sent as a reply."""
        at = correction.at.astimezone(self._zone)
        line = Reply(
            parts=texts.outdated_note(at, retired=correction.retired), buttons=texts.new_answer_button()
        )
        if not isinstance(shown, Message) or shown.text is None or not await _append(bot, shown, line):
            quoted = Place(chat_id=shown.chat.id, reply_to=shown.message_id)
            await self._sender.send(quoted, line)


async def _append(bot: Bot, shown: Message, line: Reply) -> bool:
    """Edit the message; False where Telegram refuses the longer text."""
    more, entities = text_and_entities(line)
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
