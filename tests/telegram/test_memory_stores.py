"""The same contract for the in-memory stores and for the database."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.records.question_log import AskedQuestion
from bot.records.updates import Counts, Incoming, Standing
from bot.settings.tasks import run_alongside
from bot.storage.connection import schema
from bot.storage.connection.database import Database
from bot.storage.journal.journal import Journal
from bot.storage.journal.reader_memory import ReaderMemory
from bot.storage.readers.conversations import StoredConversations
from bot.storage.readers.question_log import StoredQuestions
from bot.telegram.ports import AskedQuestions, Conversations, UpdateInbox
from knowledge.conversation import NEW, Conversation
from tests.telegram.harness import NOW
from tests.telegram.memory_stores import MemoryConversations, MemoryQuestions, MemoryUpdates


class Stores:
    """All in memory, or all in the database."""

    def __init__(self, database: Database | None, journal: Journal | None = None) -> None:
        self.conversations: Conversations = (
            StoredConversations(database) if database else MemoryConversations()
        )
        self.inbox: UpdateInbox = journal or MemoryUpdates()
        self.questions: AskedQuestions = StoredQuestions(database) if database else MemoryQuestions()


@pytest.fixture(params=["memory", "sqlite"])
async def stores(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Stores]:
    if request.param == "memory":
        yield Stores(None)
        return
    database = Database(f"sqlite+aiosqlite:///{tmp_path}/x.db")
    await schema.upgrade(database)
    journal = Journal(database, ReaderMemory(), "here/1")
    async with run_alongside(journal.run()):
        yield Stores(database, journal)
        await journal.finish(1)
    await journal.close()
    await database.close()


async def test_a_conversation_is_stored_by_chat_and_user(stores: Stores) -> None:
    saved = Conversation(question="где", at=NOW)
    await stores.conversations.save(1, 2, Conversation(question="кто", at=NOW))
    await stores.conversations.save(1, 2, saved)
    assert await stores.conversations.load(1, 2) == saved
    assert await stores.conversations.load(1, 3) is NEW


def incoming(number: int) -> Incoming:
    return Incoming(number=number, body={"n": number}, chat_id=1, user_id=1, starts=True)


async def test_the_inbox_holds_updates_that_are_not_marked(stores: Stores) -> None:
    inbox = stores.inbox
    assert list(await inbox.take([incoming(7), incoming(5)])) == [Standing.NEW, Standing.NEW]
    inbox.mark(7, NOW)
    inbox.mark(7, NOW)
    given = await inbox.take([incoming(7), incoming(5), incoming(3)])
    assert list(given) == [Standing.HANDLED, Standing.HELD, Standing.NEW]
    assert await inbox.count(5, Counts(starts=1, sends=1))
    assert await inbox.take_over(set().__contains__) == []


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
    thanks = replace(asked, message_id=5, text="спасибо", rule="small-talk", facts=())
    await stores.questions.record(thanks)
    assert await stores.questions.last(1, 2) == thanks
    assert await stores.questions.last_of_base(1, 2) == edited
    refused = replace(thanks, message_id=6, outcome="refusal")
    await stores.questions.record(refused)
    assert await stores.questions.last_of_base(1, 2) == refused
