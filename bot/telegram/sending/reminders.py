"""Sends one message of the outbox, and translates Telegram's response into a SendOutcome."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramRetryAfter,
)

from bot.followups.send_outcome import (
    ChatMigrated,
    ChatUnreachable,
    NothingToSend,
    Rejected,
    RetryAfter,
    SendOutcome,
    Sent,
    TemporaryFailure,
)
from bot.records.outbox import ChatState, Message
from bot.replies.followups import messages
from bot.replies.parts import Reply
from bot.replies.splitting import split
from bot.telegram.sending.entities import SHARE, keyboard, text_and_entities
from bot.telegram.sending.message_calls import NO_PREVIEW

_CHAT_CLOSED = (
    *("chat not found", "not enough rights", "have no rights", "not a member"),
    *("CHAT_WRITE_FORBIDDEN", "CHAT_RESTRICTED", "TOPIC_CLOSED", "PEER_ID_INVALID"),
)
_STATES = (("blocked", ChatState.BLOCKED), ("deactivated", ChatState.DEACTIVATED))


class ReminderSender:
    """`bot` must not retry by itself: the outbox schedules the next attempt."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def send(self, message: Message, *, late: bool, now: datetime) -> SendOutcome:
        reply = messages.render(message, late=late, now=now)
        if reply is None:
            return NothingToSend()
        return await send_once(self._bot, message.chat_id, reply)


async def send_once(bot: Bot, chat_id: int, reply: Reply) -> SendOutcome:
    """Send without retries. Errors of the Bot API become outcomes; nothing is raised."""
    outcome: SendOutcome = NothingToSend()
    # Whether the bot has an inline mode is not known here.
    rows = tuple(tuple(button for button in row if button.action != SHARE) for row in reply.buttons)
    for piece in split(replace(reply, buttons=tuple(row for row in rows if row))):
        outcome = await _send(bot, chat_id, piece)
        if not isinstance(outcome, Sent):
            return outcome
    return outcome


async def _send(bot: Bot, chat_id: int, piece: Reply) -> SendOutcome:
    text, entities = text_and_entities(piece)
    try:
        sent = await bot.send_message(
            chat_id,
            text,
            entities=entities,
            reply_markup=keyboard(piece),
            link_preview_options=NO_PREVIEW,
        )
    except ClientDecodeError as error:
        return _sent_but_unreadable(error) or classify_error(error)
    except AiogramError as error:
        return classify_error(error)
    return Sent(message_id=sent.message_id)


def _sent_but_unreadable(error: ClientDecodeError) -> Sent | None:
    """Telegram sent the message, but aiogram could not parse the response: a retry would send it twice."""
    answer = error.data if isinstance(error.data, dict) else {}
    if answer.get("ok") is not True:
        return None
    result = answer.get("result")
    number = result.get("message_id") if isinstance(result, dict) else None
    return Sent(message_id=number if isinstance(number, int) else 0)


def classify_error(error: AiogramError) -> SendOutcome:
    """What the error means for the message and for its chat."""
    match error:
        case TelegramRetryAfter():
            return RetryAfter(seconds=float(error.retry_after))
        case TelegramMigrateToChat():
            return ChatMigrated(chat_id=error.migrate_to_chat_id)
        case TelegramForbiddenError():
            states = (state for word, state in _STATES if word in error.message)
            return ChatUnreachable(state=next(states, ChatState.KICKED))
        case TelegramBadRequest():
            if any(reason in error.message for reason in _CHAT_CLOSED):
                return ChatUnreachable(state=ChatState.KICKED)
            return Rejected(reason=error.message)
    return TemporaryFailure(reason=type(error).__name__)
