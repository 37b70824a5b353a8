"""What the Telegram layer needs kept: conversations, updates in hand and handled, questions asked.

The database implements these; a dictionary-backed double stands in for it in tests.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from bot.records.corrections import Correction
from bot.records.outbox import ChatState, Failure
from bot.records.question_log import AskedQuestion
from knowledge.conversation import Conversation

__all__ = [
    "AnswerAlerts",
    "AskedQuestion",
    "AskedQuestions",
    "Conversations",
    "Corrections",
    "Deliveries",
    "Feedback",
    "HandledUpdates",
    "PersonalData",
    "ReachableChats",
    "UpdateInbox",
]


class Conversations(Protocol):
    async def load(self, chat_id: int, user_id: int) -> Conversation:
        """The conversation of a user in a chat; a new one where nothing is kept."""
        ...

    async def save(self, chat_id: int, user_id: int, conversation: Conversation) -> None: ...


class HandledUpdates(Protocol):
    """Updates already answered, so that one delivered again after a kill is not answered again.

    `update_id` is any number that tells updates apart; see bot/telegram/updates/raw_updates.py.
    """

    async def seen(self, update_id: int) -> bool: ...

    async def mark(self, update_id: int, at: datetime) -> None:
        """It is answered: out of the inbox, and never to be kept again."""
        ...


class UpdateInbox(Protocol):
    """Updates taken from Telegram and not yet answered; what is here survives a kill."""

    async def keep(self, updates: Mapping[int, Mapping[str, Any]]) -> Collection[int]:
        """Keep those neither kept nor marked before, all or nothing; returns which they were."""
        ...

    async def unfinished(self) -> Mapping[int, Mapping[str, Any]]:
        """What is kept and not marked, in the order in which it came."""
        ...

    async def mark(self, update_id: int, at: datetime) -> None: ...


class AskedQuestions(Protocol):
    async def record(self, asked: AskedQuestion) -> None: ...

    async def last(self, chat_id: int, user_id: int) -> AskedQuestion | None: ...

    async def by_message(self, chat_id: int, message_id: int) -> AskedQuestion | None: ...


class Feedback(Protocol):
    """What readers say of answers; an answer is found by the bot's message that gave it."""

    async def rate(self, chat_id: int, message_id: int, user_id: int, at: datetime, *, good: bool) -> bool:
        """In place of the reader's rating before; False where the message is no answer."""
        ...

    async def withdraw(self, chat_id: int, message_id: int, user_id: int) -> None: ...

    async def report(self, chat_id: int, message_id: int, user_id: int, text: str, at: datetime) -> bool:
        """False where the answer is no longer known."""
        ...


class Corrections(Protocol):
    async def since(self, facts: Sequence[str], at: datetime) -> Correction | None:
        """The last change after `at` that a reader would see in one of the facts."""
        ...


class AnswerAlerts(Protocol):
    """Readers to be told once the base answers what it refused them."""

    async def agree(self, chat_id: int, message_id: int, at: datetime) -> bool:
        """False where the message refused nothing."""
        ...

    async def withdraw(self, chat_id: int, message_id: int) -> None: ...


class PersonalData(Protocol):
    """What is kept about a person."""

    async def everything(self, user_id: int) -> Mapping[str, Any]:
        """All of it as JSON values."""
        ...

    async def forget(self, user_id: int) -> None: ...


class ReachableChats(Protocol):
    """Which chats can be written to."""

    async def lose(self, chat_id: int, state: ChatState, at: datetime) -> None: ...

    async def migrate(self, old: int, new: int, at: datetime) -> None: ...


class Deliveries(Protocol):
    """The outbox as owners see it."""

    async def counts(self) -> Mapping[str, int]:
        """How many messages are in each state."""
        ...

    async def failures(self, limit: int) -> Sequence[Failure]: ...
