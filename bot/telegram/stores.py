"""What the Telegram layer needs kept: conversations, handled updates, questions asked.

The database implements these; a dictionary-backed double stands in for it in tests.
"""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from bot.records.asked import Asked
from knowledge.conversation import Conversation


__all__ = ["Asked", "AskedQuestions", "Conversations", "HandledUpdates"]


class Conversations(Protocol):
    async def load(self, chat_id: int, user_id: int) -> Conversation:
        """The conversation of a user in a chat; a new one where nothing is kept."""
        ...

    async def save(self, chat_id: int, user_id: int, conversation: Conversation) -> None: ...


class HandledUpdates(Protocol):
    """Updates already answered, so that one delivered again after a kill is not answered again."""

    async def seen(self, update_id: int) -> bool: ...

    async def mark(self, update_id: int, at: datetime) -> None: ...


class AskedQuestions(Protocol):
    async def record(self, asked: Asked) -> None: ...

    async def last(self, chat_id: int, user_id: int) -> Asked | None: ...

    async def by_message(self, chat_id: int, message_id: int) -> Asked | None: ...
