"""A filter: is the message addressed to the bot? It passes the question on without the mention."""

from __future__ import annotations

from typing import Any

from aiogram import Bot
from aiogram.filters import Filter
from aiogram.types import Message, MessageEntity

AROUND = " ,:—-\n"
"""What stands between a mention and the question, and is no part of it."""


class Addressed(Filter):
    """Accepts any text or caption in a private chat; in a group a mention of the bot or a reply to it.

    Passes `question` to the handler; it is empty after «@bot» alone.
    """

    async def __call__(self, message: Message, bot: Bot) -> bool | dict[str, Any]:
        text = message.text or message.caption
        if text is None or _is_from_bot(message) or _is_via_bot(message, bot):
            return False
        me = await bot.me()
        mentions = [
            entity
            for entity in message.entities or message.caption_entities or ()
            if _mentions_bot(entity, text, me.id, me.username)
        ]
        if message.chat.type != "private" and not mentions and not _replies_to(message, bot):
            return False
        return {"question": _cut_mentions(text, mentions)}


def _mentions_bot(entity: MessageEntity, text: str, bot_id: int, username: str | None) -> bool:
    if entity.type == "text_mention":
        return entity.user is not None and entity.user.id == bot_id
    named = entity.extract_from(text).removeprefix("@").lower()
    return entity.type == "mention" and username is not None and named == username.lower()


def _cut_mentions(text: str, mentions: list[MessageEntity]) -> str:
    """Cut from the end, so that earlier offsets (in UTF-16 units) stay valid."""
    data = text.encode("utf-16-le")
    for entity in sorted(mentions, key=lambda mention: -mention.offset):
        data = data[: entity.offset * 2] + data[(entity.offset + entity.length) * 2 :]
    return data.decode("utf-16-le").strip(AROUND)


def _replies_to(message: Message, bot: Bot) -> bool:
    """The post that opened a forum topic does not count: every message of the topic replies to it."""
    original = message.reply_to_message
    if original is None or original.from_user is None or original.forum_topic_created:
        return False
    return original.from_user.id == bot.id


def _is_from_bot(message: Message) -> bool:
    """Two bots must not answer each other endlessly. An anonymous administrator is a person."""
    anonymous = message.sender_chat is not None and message.sender_chat.id == message.chat.id
    return message.from_user is None or (message.from_user.is_bot and not anonymous)


def _is_via_bot(message: Message, bot: Bot) -> bool:
    """An answer of this bot that somebody inserted by inline mode."""
    return message.via_bot is not None and message.via_bot.id == bot.id
