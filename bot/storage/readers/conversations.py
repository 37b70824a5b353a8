"""Conversations: what the engine remembers between the turns of a user in a chat."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select

from bot.storage.connection.database import Database
from bot.storage.connection.upsert import insert_into
from bot.storage.tables import conversations
from knowledge.conversation import NEW, Conversation, from_json, to_json

_NO_TIME = datetime.fromisoformat("2000-01-01T00:00:00+00:00")
"""Stored for a conversation without a turn: it is purged first."""


class StoredConversations:
    """One row per chat and user; only the last turn is stored."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def load(self, chat_id: int, user_id: int) -> Conversation:
        """The stored conversation; a new one where there is none, or one of an incompatible version."""
        query = select(conversations.c.body).where(
            conversations.c.chat_id == chat_id, conversations.c.user_id == user_id
        )
        async with self._database.read() as connection:
            body = await connection.scalar(query)
        if body is None:
            return NEW
        try:
            return from_json(body)
        except (KeyError, ValueError):
            return NEW

    async def save(self, chat_id: int, user_id: int, conversation: Conversation) -> None:
        row = {"body": to_json(conversation), "at": conversation.at or _NO_TIME}
        async with self._database.write() as connection:
            insert = insert_into(connection, conversations).values(chat_id=chat_id, user_id=user_id, **row)
            await connection.execute(
                insert.on_conflict_do_update(index_elements=["chat_id", "user_id"], set_=row)
            )

    async def purge(self, before: datetime) -> int:
        """Delete conversations that ended before; returns how many."""
        async with self._database.write() as connection:
            result = await connection.execute(delete(conversations).where(conversations.c.at < before))
        return result.rowcount
