"""Conversations and the question log by way of the journal: read from memory, written after the reply."""

from __future__ import annotations

from bot.errors import StorageUnavailableError
from bot.records.question_log import AskedQuestion
from bot.storage.connection.database import Database
from bot.storage.journal.journal import Journal
from bot.storage.journal.reader_memory import ReaderMemory
from bot.storage.readers.conversations import StoredConversations
from bot.storage.readers.question_log import StoredQuestions
from knowledge.conversation import NEW, Conversation


class JournaledConversations:
    """Each update brings its reader's conversation into memory; see ReaderMemory."""

    def __init__(self, database: Database, journal: Journal, memory: ReaderMemory) -> None:
        self._stored = StoredConversations(database)
        self._journal = journal
        self._memory = memory

    async def load(self, chat_id: int, user_id: int) -> Conversation:
        """From memory, else stored; a new one where there is none, or the database is away."""
        remembered = self._memory.conversation((chat_id, user_id))
        if remembered is not None:
            return remembered
        try:
            return await self._stored.load(chat_id, user_id)
        except StorageUnavailableError:
            return NEW

    async def save(self, chat_id: int, user_id: int, conversation: Conversation) -> None:
        self._journal.save((chat_id, user_id), conversation)


class JournaledQuestions(StoredQuestions):
    """Whoever reads waits until what was recorded is written; see Database.watch."""

    def __init__(self, database: Database, journal: Journal) -> None:
        super().__init__(database)
        self._journal = journal

    async def record(self, question: AskedQuestion) -> None:
        self._journal.record(question)
