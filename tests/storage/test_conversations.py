"""Conversations, handled updates, the question log and FSM state, on both databases."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from bot.records.question_log import AskedQuestion
from bot.storage.connection.database import Database
from bot.storage.readers.conversations import StoredConversations
from bot.storage.readers.question_log import StoredQuestions
from bot.storage.readers.stored_forms import FormKey, StoredForms
from knowledge.conversation import NEW, Conversation
from knowledge.facts.model import FactId
from knowledge.results import Slot

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
KEY = FormKey(key="1:2:3", chat_id=2, user_id=3)


def asked_question(message_id: int, text: str = "Где второй диалог?", user_id: int = 7) -> AskedQuestion:
    return AskedQuestion(
        chat_id=-100123456789012,
        user_id=user_id,
        message_id=message_id,
        text=text,
        outcome="answer",
        rule="exact",
        facts=("second-dialogue",),
        confidence=0.75,
        explanation="почему",
        at=NOW,
    )


async def test_a_conversation_is_stored_and_replaced(database: Database) -> None:
    store = StoredConversations(database)
    assert await store.load(1, 2) == NEW
    kept = Conversation(
        question="где", slot=Slot.PLACE, facts=(FactId("a"),), options=(FactId("b"),), typed="гед", at=NOW
    )
    await store.save(1, 2, Conversation(question="первый", at=NOW))
    await store.save(1, 2, kept)
    await store.save(1, 3, NEW)
    assert await store.load(1, 2) == kept
    assert await store.load(1, 3) == NEW


async def test_old_conversations_are_purged(database: Database) -> None:
    store = StoredConversations(database)
    await store.save(1, 1, Conversation(question="старый", at=NOW - timedelta(days=2)))
    await store.save(1, 2, Conversation(question="новый", at=NOW))
    assert await store.purge(NOW - timedelta(days=1)) == 1
    assert (await store.load(1, 2)).question == "новый"


async def test_questions_are_found_by_user_and_by_message(database: Database) -> None:
    store = StoredQuestions(database)
    assert await store.last(-100123456789012, 7) is None
    first, second = asked_question(1), asked_question(2, "А когда?")
    for asked in (first, second, asked_question(3, "чужой", user_id=8)):
        await store.record(asked)
    assert await store.last(-100123456789012, 7) == second
    assert await store.by_message(-100123456789012, 1) == first
    assert await store.by_message(5, 1) is None
    assert await store.purge(NOW + timedelta(days=1)) == 3


async def test_form_state_and_data_are_independent(database: Database) -> None:
    store = StoredForms(database)
    assert (await store.state(KEY), await store.data(KEY)) == (None, {})
    await store.set_state(KEY, "Timezone:city", NOW)
    await store.set_data(KEY, {"город": "Владивосток"}, NOW)
    assert (await store.state(KEY), await store.data(KEY)) == ("Timezone:city", {"город": "Владивосток"})
    await store.set_state(KEY, None, NOW)
    assert (await store.state(KEY), await store.data(KEY)) == (None, {"город": "Владивосток"})
    await store.set_data(KEY, {}, NOW)
    assert await store.purge(NOW + timedelta(days=1)) == 0, "an empty form leaves no row"


async def test_concurrent_updates_of_form_data_are_all_kept(database: Database) -> None:
    store = StoredForms(database)
    await asyncio.gather(*(store.update_data(KEY, {f"ключ{n}": n}, NOW) for n in range(10)))
    assert await store.data(KEY) == {f"ключ{n}": n for n in range(10)}
