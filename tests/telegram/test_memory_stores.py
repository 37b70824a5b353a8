"""The same contract for the in-memory stores and for the database."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.records.question_log import AskedQuestion
from bot.storage import schema
from bot.storage.conversations import StoredConversations
from bot.storage.database import Database
from bot.storage.question_log import StoredQuestions
from bot.storage.updates import StoredUpdateInbox
from bot.telegram.ports import AskedQuestions, Conversations, HandledUpdates, UpdateInbox
from knowledge.conversation import NEW, Conversation
from tests.telegram.harness import NOW
from tests.telegram.memory_stores import MemoryConversations, MemoryQuestions, MemoryUpdates


class Stores:
    """All in memory, or all in the database."""

    def __init__(self, database: Database | None) -> None:
        self.conversations: Conversations = (
            StoredConversations(database) if database else MemoryConversations()
        )
        updates = StoredUpdateInbox(database) if database else MemoryUpdates()
        self.inbox: UpdateInbox = updates
        self.handled: HandledUpdates = updates
        self.questions: AskedQuestions = StoredQuestions(database) if database else MemoryQuestions()


@pytest.fixture(params=["memory", "sqlite"])
async def stores(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Stores]:
    if request.param == "memory":
        yield Stores(None)
        return
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/x.db")
    await schema.upgrade(database)
    yield Stores(database)
    await database.close()


async def test_a_conversation_is_stored_by_chat_and_user(stores: Stores) -> None:
    saved = Conversation(question="где", at=NOW)
    await stores.conversations.save(1, 2, Conversation(question="кто", at=NOW))
    await stores.conversations.save(1, 2, saved)
    assert await stores.conversations.load(1, 2) == saved
    assert await stores.conversations.load(1, 3) is NEW


async def test_the_inbox_holds_updates_that_are_not_marked(stores: Stores) -> None:
    assert list(await stores.inbox.keep({7: {"n": "й"}, 5: {"n": 5}})) == [7, 5]
    await stores.inbox.mark(7, NOW)
    await stores.inbox.mark(7, NOW)
    assert list(await stores.inbox.keep({7: {"n": 7}, 5: {"n": 5}, 3: {"n": 3}})) == [3]
    assert list((await stores.inbox.unfinished()).items()) == [(5, {"n": 5}), (3, {"n": 3})]
    assert await stores.handled.seen(7)
    assert not await stores.handled.seen(5)
    assert not await stores.inbox.keep({})


async def test_questions_are_found_by_reader_and_by_message(stores: Stores) -> None:
    asked = AskedQuestion(
        chat_id=1,
        user_id=2,
        message_id=3,
        text="где?",
        outcome="answer",
        rule="best",
        facts=("a",),
        confidence=0.5,
        explanation="потому",
        at=NOW,
    )
    later = replace(asked, message_id=4, at=NOW + timedelta(seconds=1))
    edited = replace(asked, rule="chosen", at=NOW + timedelta(seconds=2))
    for one in (asked, later):
        await stores.questions.record(one)
    assert await stores.questions.last(1, 2) == later
    await stores.questions.record(edited)
    assert await stores.questions.by_message(1, 3) == edited
    assert await stores.questions.by_message(1, 9) is None
    assert await stores.questions.last(9, 2) is None
