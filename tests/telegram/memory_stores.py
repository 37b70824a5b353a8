"""In-memory doubles of the stores; test_memory_stores.py tests them together with the real ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.errors import StorageUnavailableError
from bot.records.question_log import LOOKED_BACK, AskedQuestion
from bot.records.updates import Counts, Incoming, Standing, Unfinished
from knowledge.conversation import NEW, Conversation


class MemoryConversations:
    def __init__(self) -> None:
        self.kept: dict[tuple[int, int], Conversation] = {}

    async def load(self, chat_id: int, user_id: int) -> Conversation:
        return self.kept.get((chat_id, user_id), NEW)

    async def save(self, chat_id: int, user_id: int, conversation: Conversation) -> None:
        self.kept[chat_id, user_id] = conversation


class MemoryUpdates:
    """`is_down`: the database cannot be reached; `left`: what a killed process left in the inbox; `lost`:
    what another process took over.
    """

    def __init__(self) -> None:
        self.is_down = False
        self.inbox: dict[int, Mapping[str, Any]] = {}
        self.counts: dict[int, Counts] = {}
        self.marked: dict[int, datetime] = {}
        self.left: list[Unfinished] = []
        self.lost: set[int] = set()

    async def take(self, updates: Sequence[Incoming]) -> list[Standing]:
        self._answer()
        return [self._take(one) for one in updates]

    async def wait_for_turn(self, update: Incoming) -> None:
        self._answer()

    async def count(self, number: int, counts: Counts) -> bool:
        self._answer()
        self.recount(number, counts)
        return number not in self.lost

    def recount(self, number: int, counts: Counts) -> None:
        if number not in self.lost:
            self.counts[number] = counts

    def hand_back(self, number: int, counts: Counts) -> None:
        self.recount(number, counts)
        self.lost.add(number)

    def mark(self, number: int, at: datetime) -> None:
        self.marked[number] = at
        self.inbox.pop(number, None)

    async def take_over(self, is_held: Callable[[int], bool]) -> Sequence[Unfinished]:
        self._answer()
        left, self.left = [one for one in self.left if not is_held(one.number)], []
        self.inbox |= {one.number: one.body for one in left}
        return left

    def _take(self, update: Incoming) -> Standing:
        if update.number in self.marked:
            return Standing.HANDLED
        if update.number in self.inbox:
            return Standing.HELD
        self.inbox[update.number] = update.body
        return Standing.NEW

    def _answer(self) -> None:
        if self.is_down:
            raise StorageUnavailableError


class MemoryQuestions:
    def __init__(self) -> None:
        self.asked: list[AskedQuestion] = []

    async def record(self, asked: AskedQuestion) -> None:
        self.asked.append(asked)

    async def last(self, chat_id: int, user_id: int) -> AskedQuestion | None:
        mine = (one for one in reversed(self.asked) if (one.chat_id, one.user_id) == (chat_id, user_id))
        return next(mine, None)

    async def last_of_base(self, chat_id: int, user_id: int) -> AskedQuestion | None:
        mine = [one for one in self.asked if (one.chat_id, one.user_id) == (chat_id, user_id)]
        return next((one for one in reversed(mine[-LOOKED_BACK:]) if one.is_of_base), None)

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
