"""Whether a message is meant for the bot, and the question in it without the bot's name."""

from __future__ import annotations

from typing import Any

from aiogram import Bot
from aiogram.filters import Filter
from aiogram.types import Message, MessageEntity


class Addressed(Filter):
    """In a private chat any text or caption; in a group a mention of the bot or a reply to it.

    Hands the handler `question`, which may be empty after «@bot» alone.
    """

    async def __call__(self, message: Message, bot: Bot) -> bool | dict[str, Any]:
        text = message.text or message.caption
        if text is None or _from_a_bot(message) or _by_way_of(message, bot):
            return False
        me = await bot.me()
        mentions = [
            one
            for one in message.entities or message.caption_entities or ()
            if _names(one, text, me.id, me.username)
        ]
        if message.chat.type != "private" and not mentions and not _replies_to(message, bot):
            return False
        return {"question": _without(text, mentions)}


def _names(entity: MessageEntity, text: str, bot_id: int, username: str | None) -> bool:
    if entity.type == "text_mention":
        return entity.user is not None and entity.user.id == bot_id
    named = entity.extract_from(text).removeprefix("@").lower()
    return entity.type == "mention" and username is not None and named == username.lower()


def _without(text: str, mentions: list[MessageEntity]) -> str:
    """Cut from the end, so that the offsets before stay right."""
    data = text.encode("utf-16-le")
    for entity in sorted(mentions, key=lambda one: -one.offset):
        data = data[: entity.offset * 2] + data[(entity.offset + entity.length) * 2 :]
    return data.decode("utf-16-le").strip(" ,:—-\n")


def _replies_to(message: Message, bot: Bot) -> bool:
    """A reply to a post that opened a forum topic does not count: every message there has one."""
    original = message.reply_to_message
    if original is None or original.from_user is None or original.forum_topic_created:
        return False
    return original.from_user.id == bot.id


def _from_a_bot(message: Message) -> bool:
    """Two bots must not talk for ever. An anonymous administrator is a person."""
    anonymous = message.sender_chat is not None and message.sender_chat.id == message.chat.id
    return message.from_user is None or (message.from_user.is_bot and not anonymous)


def _by_way_of(message: Message, bot: Bot) -> bool:
    """An answer of ours that somebody inserted by inline mode."""
    return message.via_bot is not None and message.via_bot.id == bot.id
