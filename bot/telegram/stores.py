"""What the Telegram layer needs kept: conversations, handled updates, questions asked.

The database implements these; a dictionary-backed double stands in for it in tests.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from knowledge.conversation import Conversation


class Conversations(Protocol):
    async def load(self, chat_id: int, user_id: int) -> Conversation:
        """The conversation of a user in a chat; a new one where nothing is kept."""
        ...

    async def save(self, chat_id: int, user_id: int, conversation: Conversation) -> None: ...


class HandledUpdates(Protocol):
    """Updates already answered, so that one delivered again after a kill is not answered again."""

    async def seen(self, update_id: int) -> bool: ...

    async def mark(self, update_id: int, at: datetime) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question and what was replied. `explanation` is the ready text of `/why`."""

    chat_id: int
    user_id: int
    message_id: int
    """Of the bot's reply, so that buttons and reactions find it."""
    text: str
    outcome: str
    """`answer`, `choices` or `refusal`."""
    rule: str
    facts: tuple[str, ...]
    """Facts shown, or options offered."""
    confidence: float
    explanation: str
    at: datetime


class AskedQuestions(Protocol):
    async def record(self, asked: Asked) -> None: ...

    async def last(self, chat_id: int, user_id: int) -> Asked | None: ...

    async def by_message(self, chat_id: int, message_id: int) -> Asked | None: ...
