"""Export, erasure and purge of personal data; migration of chats."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from bot.records.fact_usage import FactUsage
from bot.records.outbox import ChatState
from bot.records.subscriptions import NewSubscription, Reminder, ReminderPlan, Schedule, Subscription, Target
from bot.storage.connection.database import Database
from bot.storage.editors.editors_inbox import StoredQuestionInbox
from bot.storage.fact_base.fact_usage import StoredFactUsage
from bot.storage.fact_base.files_import import import_files
from bot.storage.followups.answer_alerts import StoredAnswerAlerts
from bot.storage.followups.subscriptions import StoredSubscriptions
from bot.storage.outbox.chats import StoredChats
from bot.storage.readers.conversations import StoredConversations
from bot.storage.readers.feedback import StoredFeedback
from bot.storage.readers.privacy import StoredPrivacy
from bot.storage.readers.question_log import StoredQuestions
from bot.storage.readers.stored_forms import FormKey, StoredForms
from bot.storage.tables import METADATA, outbox, subscriptions, updates
from knowledge.conversation import Conversation
from knowledge.facts.model import FactId
from tests.storage.test_base_store import small_base
from tests.storage.test_conversations import NOW, asked_question

SCHEDULE = Schedule(rule="day@10:00", zone="Europe/Moscow", quiet="22:00-08:00")
DAY = timedelta(days=1)
TERMS = (90 * DAY, 730 * DAY)
OF_PEOPLE = ("chat_id", "user_id", "created_by")
"""Columns that identify a person."""


async def _subscribe(database: Database, chat_id: int, by: int) -> Subscription:
    await StoredChats(database).mark_active(chat_id, "private" if chat_id > 0 else "group", NOW)
    new = NewSubscription(
        chat_id=chat_id,
        target=Target.EVENT,
        target_id="dialogue-2",
        schedule=SCHEDULE,
        since=NOW,
        created_by=by,
    )
    plan = ReminderPlan(event_id="dialogue-2", number=1, reminders=(Reminder(what="day", at=NOW + DAY),))
    return await StoredSubscriptions(database).add(new, [plan])


@pytest.fixture
async def readers(database: Database) -> Database:
    """Reader 7 asked in a group and in private, follows, and set up a group; reader 8 follows too."""
    await import_files(database, small_base(), NOW)
    await StoredQuestions(database).record(asked_question(1))
    await StoredConversations(database).save(7, 7, Conversation(question="где", at=NOW))
    await StoredForms(database).set_state(FormKey(key="k", chat_id=7, user_id=7), "AwaitingCity:text", NOW)
    for chat, by in ((7, 7), (8, 8), (-5, 7)):
        await _subscribe(database, chat, by)
    await _give_feedback(database)
    return database


async def _give_feedback(database: Database) -> None:
    """Readers 7 and 8 rate and report answers of each other; 7 waits for an answer."""
    questions, feedback = StoredQuestions(database), StoredFeedback(database)
    await questions.record(asked_question(2, user_id=8))
    await questions.record(replace(asked_question(3), chat_id=7, outcome="refusal"))
    for user, answer in ((7, 2), (8, 1)):
        await feedback.rate(asked_question(1).chat_id, answer, user, NOW, good=False)
        await feedback.report(asked_question(1).chat_id, answer, user, "не так", NOW)
    assert await StoredAnswerAlerts(database).add(7, 3, NOW)


async def test_the_export_is_json_and_covers_every_table(readers: Database) -> None:
    found = json.loads(json.dumps(await StoredPrivacy(readers).export(7), ensure_ascii=False))
    assert {name: len(rows) for name, rows in found.items()} == {
        "asked": 2,
        "conversations": 1,
        "fsm": 1,
        "outbox": 1,
        "chats": 1,
        "ratings": 1,
        "reports": 1,
        "promises": 1,
        "subscriptions": 1,
    }


async def test_erasing_deletes_everything_of_the_person_and_nothing_of_others(
    readers: Database,
) -> None:
    privacy = StoredPrivacy(readers)
    await privacy.erase(7)
    assert not any((await privacy.export(7)).values())
    assert len((await privacy.export(8))["outbox"]) == 1
    async with readers.read() as connection:
        group = select(subscriptions.c.created_by).where(subscriptions.c.chat_id == -5)
        assert await connection.scalar(group) == 0
        for table in METADATA.sorted_tables:
            ids = [table.c[name] for name in OF_PEOPLE if name in table.c]
            rows = (await connection.execute(select(*ids).select_from(table))).all() if ids else []
            assert not any(7 in row for row in rows), table.name


async def test_old_rows_are_purged_and_due_rows_stay(readers: Database) -> None:
    async with readers.write() as connection:
        await connection.execute(insert(updates).values(update_id=1, at=NOW))
    privacy = StoredPrivacy(readers)
    assert await privacy.purge(NOW + DAY, *TERMS) == 0
    assert await privacy.purge(NOW + 91 * DAY, *TERMS) == 11
    found = await privacy.export(7)
    gone = ("asked", "conversations", "fsm", "ratings", "reports", "promises")
    assert [len(found[name]) for name in gone] == [0] * 6
    assert (len(found["subscriptions"]), len(found["outbox"])) == (1, 1)


async def test_old_questions_are_anonymised_and_later_deleted(readers: Database) -> None:
    privacy, use = StoredPrivacy(readers), StoredFactUsage(readers)
    await privacy.purge(NOW + 91 * DAY, *TERMS)
    assert len(await StoredQuestionInbox(readers).open(10)) == 3
    assert await use.of(FactId("second-dialogue")) == FactUsage(answered=2, disliked=2)
    assert await privacy.purge(NOW + 92 * DAY, *TERMS) == 0, "already anonymised"
    assert await privacy.purge(NOW + 731 * DAY, *TERMS) == 3
    assert await use.of(FactId("second-dialogue")) == FactUsage()


async def test_erasing_a_question_deletes_others_ratings_of_it(readers: Database) -> None:
    await StoredPrivacy(readers).erase(7)
    left = await StoredPrivacy(readers).export(8)
    assert [len(left[name]) for name in ("asked", "ratings", "reports")] == [1, 0, 0]


async def test_migrating_a_group_moves_its_rows_and_is_idempotent(readers: Database) -> None:
    chats = StoredChats(readers)
    await chats.set_preferences(-5, zone="Asia/Tokyo", quiet="")
    for _ in range(2):
        await chats.migrate(-5, -1005, NOW)
    moved, old = await chats.get(-1005), await chats.get(-5)
    assert moved is not None
    assert old is not None
    assert (moved.zone, moved.quiet, moved.state) == ("Asia/Tokyo", "", ChatState.ACTIVE)
    assert old.state is ChatState.MIGRATED
    assert len(await StoredSubscriptions(readers).of_chat(-1005)) == 1
    async with readers.read() as connection:
        rows = (await connection.execute(select(outbox.c.chat_id).where(outbox.c.chat_id < 0))).scalars()
        assert list(rows) == [-1005]


async def test_migration_does_not_duplicate_a_subscription(readers: Database) -> None:
    await _subscribe(readers, -1005, 9)
    await StoredChats(readers).migrate(-5, -1005, NOW)
    assert len(await StoredSubscriptions(readers).of_chat(-1005)) == 1


async def test_migrating_an_unknown_group_is_no_error(readers: Database) -> None:
    await StoredChats(readers).migrate(-77, -1077, NOW)
    assert await StoredChats(readers).get(-1077) is None
