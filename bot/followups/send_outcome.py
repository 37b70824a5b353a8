"""The outcome of one attempt to send a message."""

from __future__ import annotations

from dataclasses import dataclass

from bot.records.outbox import ChatState


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    message_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryAfter:
    """HTTP 429: all workers must pause for this many seconds."""

    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TemporaryFailure:
    """5xx, a timeout, a lost connection: a retry may succeed."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatUnreachable:
    """The bot cannot write to the chat until the chat writes again."""

    state: ChatState


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatMigrated:
    """The group became a supergroup with this id."""

    chat_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """Telegram will never accept this message; a retry is useless."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingToSend:
    """Nothing to say: what changed was changed back before the message was sent."""


SendOutcome = Sent | RetryAfter | TemporaryFailure | ChatUnreachable | ChatMigrated | Rejected | NothingToSend
