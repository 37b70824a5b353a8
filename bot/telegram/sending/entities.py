"""Turns a reply into Telegram's message entities and inline keyboards; with entities nothing is escaped."""

from __future__ import annotations

from typing import Any

from aiogram.types import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    MessageEntity,
    SwitchInlineQueryChosenChat,
)

from bot.replies.parts import Button, Emphasis, Link, Moment, Part, Quote, Reply, Strong, Text

OWN_ZONE = "Dt"
"""Long date and short time, in the reader's zone and language."""
SHARE = "share"
"""The action of a button that opens the inline mode in another chat, with its argument as the query."""
_QUERY_LENGTH = 256
Json = dict[str, Any]


def text_and_entities(reply: Reply) -> tuple[str, list[MessageEntity]]:
    """Offsets of the entities are in UTF-16 units."""
    text, entities = plain_entities(reply)
    return text, [MessageEntity(**entity) for entity in entities]


def plain_entities(reply: Reply) -> tuple[str, list[Json]]:
    """The same as JSON values."""
    texts: list[str] = []
    entities: list[Json] = []
    _write(reply.parts, 0, texts, entities)
    return "".join(texts), entities


def keyboard(reply: Reply) -> InlineKeyboardMarkup | None:
    if not reply.buttons:
        return None
    rows = [[inline_button(button) for button in row] for row in reply.buttons]
    return InlineKeyboardMarkup(inline_keyboard=rows)


def reply_markup(reply: Reply) -> InlineKeyboardMarkup | ForceReply | None:
    """What a new message has below it."""
    if reply.placeholder:
        return ForceReply(selective=True, input_field_placeholder=reply.placeholder)
    return keyboard(reply)


def plain_keyboard(reply: Reply) -> Json | None:
    """The same as JSON values."""
    if not reply.buttons:
        return None
    return {"inline_keyboard": [[_plain_button(button) for button in row] for row in reply.buttons]}


def callback_data(button: Button) -> str:
    """The CallbackData classes of bot.telegram parse it."""
    return f"{button.action}:{button.argument}" if button.argument else button.action


def inline_button(button: Button) -> InlineKeyboardButton:
    if button.url:
        return InlineKeyboardButton(text=button.label, url=button.url)
    if button.action == SHARE:
        chosen = SwitchInlineQueryChosenChat(
            query=button.argument[:_QUERY_LENGTH],
            allow_user_chats=True,
            allow_group_chats=True,
            allow_channel_chats=True,
        )
        return InlineKeyboardButton(text=button.label, switch_inline_query_chosen_chat=chosen)
    return InlineKeyboardButton(text=button.label, callback_data=callback_data(button))


def _plain_button(button: Button) -> Json:
    if button.url or button.action == SHARE:
        return inline_button(button).model_dump(exclude_none=True)
    return {"text": button.label, "callback_data": callback_data(button)}


def _write(parts: tuple[Part, ...], offset: int, texts: list[str], entities: list[Json]) -> int:
    """Append the parts; an entity stands before those inside it. Returns the offset behind the last part."""
    for part in parts:
        start, entity = offset, _entity(part)
        if entity is not None:
            entities.append(entity)
        if isinstance(part, Quote):
            offset = _write(part.parts, offset, texts, entities)
        else:
            texts.append(part.text)
            offset += len(part.text.encode("utf-16-le", "surrogatepass")) // 2
        if entity is not None:
            entity |= {"offset": start, "length": offset - start}
    return offset


def _entity(part: Part) -> Json | None:
    match part:
        case Quote():
            return {"type": "expandable_blockquote" if part.folded else "blockquote"}
        case Strong():
            return {"type": "bold"}
        case Emphasis():
            return {"type": "italic"}
        case Link():
            return {"type": "text_link", "url": part.url}
        case Moment():
            shown = {"date_time_format": OWN_ZONE} if part.in_own_zone else {}
            return {"type": "date_time", "unix_time": int(part.at.timestamp()), **shown}
        case Text():
            return None
