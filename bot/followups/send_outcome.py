"""What came of one attempt to send."""

from __future__ import annotations

from dataclasses import dataclass

from bot.records.outbox import ChatState


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    message_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryAfter:
    """Telegram asks everybody to be silent for so many seconds."""

    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TemporaryFailure:
    """5xx, a time-out, a lost connection: it may work later."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatUnreachable:
    """The chat cannot be written to until it writes again."""

    state: ChatState


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatMigrated:
    """The group is a supergroup under this id now."""

    chat_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """Telegram will never take this message."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingToSend:
    """There is nothing to say: what changed was changed back before anybody was told."""


Outcome = Sent | RetryAfter | TemporaryFailure | ChatUnreachable | ChatMigrated | Rejected | NothingToSend
