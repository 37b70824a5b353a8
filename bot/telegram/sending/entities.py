"""Turns a reply into Telegram's message entities and inline keyboards; with entities nothing is escaped."""

from __future__ import annotations

from aiogram.types import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    MessageEntity,
    SwitchInlineQueryChosenChat,
)
from aiogram.utils.formatting import BlockQuote, Bold, DateTime, ExpandableBlockQuote, Italic, TextLink
from aiogram.utils.formatting import Text as Formatted

from bot.replies.parts import Button, Emphasis, Link, Moment, Part, Quote, Reply, Strong, Text

OWN_ZONE = "Dt"
"""Long date and short time, in the reader's zone and language."""
SHARE = "share"
"""The action of a button that opens the inline mode in another chat, with its argument as the query."""
_QUERY_LENGTH = 256


def text_and_entities(reply: Reply) -> tuple[str, list[MessageEntity]]:
    """Offsets of the entities are in UTF-16 units."""
    text, entities = Formatted(*(_node(part) for part in reply.parts)).render()
    return text, entities


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


def _node(part: Part) -> Formatted:
    match part:
        case Quote():
            block = ExpandableBlockQuote if part.folded else BlockQuote
            return block(*(_node(inner) for inner in part.parts))
        case Strong():
            return Bold(part.text)
        case Emphasis():
            return Italic(part.text)
        case Link():
            return TextLink(part.text, url=part.url)
        case Moment():
            shown = OWN_ZONE if part.in_own_zone else None
            return DateTime(part.text, unix_time=part.at, date_time_format=shown)
        case Text():
            return Formatted(part.text)
