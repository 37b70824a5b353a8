"""Steps that several feedback tests share: send answer alerts, publish an answer, edit a fact."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from aiogram import Bot

from bot.replies.editing import gate
from bot.storage.readers.conversations import StoredConversations
from bot.storage.readers.question_log import StoredQuestions
from bot.telegram.sending.answer_alerts import AnswerAlertSender
from bot.wiring.background import build_answer_alerts
from bot.wiring.feedback import build_question_flow
from knowledge.facts.model import FactId
from tests.botapi.direct import DirectSession
from tests.editing.harness import EditingHarness

READER, OTHER = 50, 51
UNKNOWN = "Где усядутся снова?"
"""Refused, until it is published as an example of the fact «place»."""
KNOWN = "Где пройдёт второй диалог?"


async def send_alerts(harness: EditingHarness) -> None:
    """Do what the background worker does: load the newest base, check alerts, send what is due."""
    await harness.refresh()
    database, now = harness.followups.database, harness.followups.clock
    sender = AnswerAlertSender(
        Bot(harness.api.token, session=DirectSession(harness.api)),
        build_question_flow(StoredConversations(database), StoredQuestions(database), harness.engine, now),
    )
    alert_checker, outbox_sender = build_answer_alerts(
        harness.settings, database, harness.engine, sender, now
    )
    await alert_checker.step(now())
    while True:
        async with asyncio.TaskGroup() as group:
            claimed = await outbox_sender.send_batch(group, asyncio.Event())
        if not claimed:
            return


async def publish_answer(harness: EditingHarness, user: int) -> None:
    """Publish the example that answers UNKNOWN, from the inbox."""
    assert f"«{UNKNOWN}»" in await harness.write(user, "/inbox")
    await harness.tap(
        user, next(label for label in harness.labels_to(user) if label.startswith("Пример к 1"))
    )
    await harness.tap(user, gate.PUBLISH)


async def edit_place(harness: EditingHarness, says: str | None) -> None:
    """Publish another statement of the fact «place»; None retires it."""
    before = (await harness.base()).fact_by_id[FactId("place")]
    await harness.followups.publish(before, None if says is None else replace(before, says=says))
    await harness.refresh()
