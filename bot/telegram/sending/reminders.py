"""Sends one message to a follower, and says in plain words what Telegram made of it."""

from __future__ import annotations

from datetime import datetime

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramRetryAfter,
)

from bot.followups.send_outcome import (
    Lost,
    Migrated,
    Needless,
    Outcome,
    Rejected,
    RetryAfter,
    Sent,
    Temporary,
)
from bot.records.outbox import ChatState, Message
from bot.replies.followups import messages
from bot.replies.parts import Reply
from bot.replies.splitting import split
from bot.telegram.sending.entities import formatted, keyboard
from bot.telegram.sending.sender import NO_PREVIEW

_TIMEOUT = 15.0
"""Seconds; well under what a claim has left when it is sent."""
_CLOSED = (
    *("chat not found", "not enough rights", "have no rights", "not a member"),
    *("CHAT_WRITE_FORBIDDEN", "CHAT_RESTRICTED", "TOPIC_CLOSED", "PEER_ID_INVALID"),
)
_STATES = (("blocked", ChatState.BLOCKED), ("deactivated", ChatState.DEACTIVATED))


def build_plain_bot(token: str, api_url: str) -> Bot:
    """A Bot whose calls are tried once: when to try again is the courier's to decide."""
    server = TelegramAPIServer.from_base(api_url.rstrip("/"))
    return Bot(token, session=AiohttpSession(api=server, timeout=_TIMEOUT))


class ReminderSender:
    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def send(self, message: Message, *, late: bool, now: datetime) -> Outcome:
        reply = messages.render(message, late=late, now=now)
        if reply is None:
            return Needless()
        return await send_once(self._bot, message.chat_id, reply)


async def send_once(bot: Bot, chat_id: int, reply: Reply) -> Outcome:
    """Send, and say what came of it; nothing is tried again, nothing raised."""
    outcome: Outcome = Needless()
    for piece in split(reply):
        outcome = await _send(bot, chat_id, piece)
        if not isinstance(outcome, Sent):
            return outcome
    return outcome


async def _send(bot: Bot, chat_id: int, piece: Reply) -> Outcome:
    text, entities = formatted(piece)
    try:
        sent = await bot.send_message(
            chat_id,
            text,
            entities=entities,
            reply_markup=keyboard(piece),
            link_preview_options=NO_PREVIEW,
        )
    except ClientDecodeError as error:
        return _taken(error) or classify(error)
    except AiogramError as error:
        return classify(error)
    return Sent(message_id=sent.message_id)


def _taken(error: ClientDecodeError) -> Sent | None:
    """Taken, though described in other words than the library knows: sent anew it would double."""
    answer = error.data if isinstance(error.data, dict) else {}
    if answer.get("ok") is not True:
        return None
    result = answer.get("result")
    number = result.get("message_id") if isinstance(result, dict) else None
    return Sent(message_id=number if isinstance(number, int) else 0)


def classify(error: AiogramError) -> Outcome:
    """What a refusal means for the message and for its chat."""
    match error:
        case TelegramRetryAfter():
            return RetryAfter(seconds=float(error.retry_after))
        case TelegramMigrateToChat():
            return Migrated(chat_id=error.migrate_to_chat_id)
        case TelegramForbiddenError():
            states = (state for word, state in _STATES if word in error.message)
            return Lost(state=next(states, ChatState.KICKED))
        case TelegramBadRequest():
            if any(reason in error.message for reason in _CLOSED):
                return Lost(state=ChatState.KICKED)
            return Rejected(reason=error.message)
    return Temporary(reason=type(error).__name__)
