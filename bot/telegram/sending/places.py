"""Where a message goes: a chat, a forum topic, a message to reply to, one reader of a group."""

from __future__ import annotations

from dataclasses import dataclass, replace

from aiogram.types import (
    CallbackQuery,
    Message,
)

from bot.telegram.sending.callback_answers import ShownMessage


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


def is_hidden(shown: ShownMessage) -> bool:
    """Whether one member of a group sees the message alone: its id here is that one, negative."""
    return shown.message_id < 0


def receiver_of(shown: ShownMessage) -> int:
    user = shown.receiver_user if isinstance(shown, Message) else None
    return 0 if user is None else user.id


def for_everybody(place: Place) -> Place | None:
    """The same place where the server refuses to send to one member alone."""
    if place.only_for is None:
        return None
    quoted = place.reply_to if place.reply_to is not None and place.reply_to > 0 else None
    return Place(chat_id=place.chat_id, thread_id=place.thread_id, reply_to=quoted)


def without_missing(place: Place, reason: str) -> Place | None:
    """The same chat without what Telegram did not find: the message replied to, or the topic."""
    if place.reply_to is not None and "repl" in reason and "not found" in reason:
        return replace(place, reply_to=None)
    if place.thread_id is not None and "thread not found" in reason:
        return replace(place, thread_id=None)
    return None
