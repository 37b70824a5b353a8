"""In-memory doubles of the stores; test_memory_stores.py tests them together with the real ones."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from bot.records.question_log import AskedQuestion
from knowledge.conversation import NEW, Conversation


class MemoryConversations:
    def __init__(self) -> None:
        self.kept: dict[tuple[int, int], Conversation] = {}

    async def load(self, chat_id: int, user_id: int) -> Conversation:
        return self.kept.get((chat_id, user_id), NEW)

    async def save(self, chat_id: int, user_id: int, conversation: Conversation) -> None:
        self.kept[chat_id, user_id] = conversation


class MemoryUpdates:
    """`broken`: the database cannot be reached."""

    def __init__(self) -> None:
        self.broken = False
        self.inbox: dict[int, Mapping[str, Any]] = {}
        self.marked: dict[int, datetime] = {}

    async def seen(self, update_id: int) -> bool:
        if self.broken:
            raise ConnectionRefusedError
        return update_id in self.marked

    async def mark(self, update_id: int, at: datetime) -> None:
        self.marked[update_id] = at
        self.inbox.pop(update_id, None)

    async def keep(self, updates: Mapping[int, Mapping[str, Any]]) -> Collection[int]:
        new = {number: body for number, body in updates.items() if number not in {*self.marked, *self.inbox}}
        self.inbox |= new
        return list(new)

    async def unfinished(self) -> Mapping[int, Mapping[str, Any]]:
        return dict(self.inbox)


class MemoryQuestions:
    def __init__(self) -> None:
        self.asked: list[AskedQuestion] = []

    async def record(self, asked: AskedQuestion) -> None:
        self.asked.append(asked)

    async def last(self, chat_id: int, user_id: int) -> AskedQuestion | None:
        mine = (one for one in reversed(self.asked) if (one.chat_id, one.user_id) == (chat_id, user_id))
        return next(mine, None)

    async def by_message(self, chat_id: int, message_id: int) -> AskedQuestion | None:
        there = (
            one for one in reversed(self.asked) if (one.chat_id, one.message_id) == (chat_id, message_id)
        )
        return next(there, None)


class MemoryLinks:
    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    async def keep(self, key: str, text: str, at: datetime) -> None:
        self.kept[key] = text

    async def text(self, key: str) -> str | None:
        return self.kept.get(key)
