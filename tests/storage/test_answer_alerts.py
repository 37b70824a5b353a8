"""Answer alerts in the database: which requests count, and how their rows are claimed."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.records.outbox import Claim
from bot.storage.connection.database import Database
from bot.storage.followups.answer_alerts import StoredAnswerAlerts
from bot.storage.outbox.answer_alert_outbox import AnswerAlertOutbox
from bot.storage.readers.question_log import StoredQuestions
from tests.storage.test_conversations import NOW, asked_question

READER = 7
FIRST, SECOND = 1, 2
"""Messages that refused two different questions of the reader."""


@pytest.fixture
async def alerts(database: Database) -> StoredAnswerAlerts:
    """The reader asked for an alert about both questions."""
    questions, alerts = StoredQuestions(database), StoredAnswerAlerts(database)
    for message, text in ((FIRST, "Где третий диалог?"), (SECOND, "Кто оплатит поездку?")):
        await questions.record(replace(asked_question(message, text), chat_id=READER, outcome="refusal"))
        assert await alerts.add(READER, message, NOW)
    return alerts


async def schedule(alerts: StoredAnswerAlerts, revision: int = 1) -> None:
    """Every unchecked alert is answered by this revision, and due now."""
    due = {alert.id: NOW for alert in await alerts.unchecked(revision, 10)}
    await alerts.record_check(revision, [], due)


async def send(database: Database, claim: Claim) -> None:
    outbox = AnswerAlertOutbox(database, 60)
    message = await outbox.load_message(claim)
    assert message is not None
    await outbox.mark_sent(claim, message, 77, NOW)


async def test_alerts_that_are_due_are_not_checked_again(alerts: StoredAnswerAlerts) -> None:
    assert len(await alerts.unchecked(1, 10)) == 2
    await schedule(alerts)
    assert await alerts.unchecked(2, 10) == []


async def test_requesting_an_open_alert_again_leaves_it_due(
    database: Database, alerts: StoredAnswerAlerts
) -> None:
    await schedule(alerts)
    assert await alerts.add(READER, FIRST, NOW)
    assert await alerts.unchecked(2, 10) == []
    assert len(await AnswerAlertOutbox(database, 60).claim(NOW, 10)) == 1


async def test_a_sent_alert_can_be_requested_again_and_is_checked_anew(
    database: Database, alerts: StoredAnswerAlerts
) -> None:
    await alerts.withdraw(READER, SECOND)
    await schedule(alerts)
    (claim,) = await AnswerAlertOutbox(database, 60).claim(NOW, 10)
    await send(database, claim)
    assert await alerts.unchecked(1, 10) == []
    assert await alerts.add(READER, FIRST, NOW)
    assert len(await alerts.unchecked(1, 10)) == 1


async def test_withdrawing_deletes_an_unsent_alert_only(
    database: Database, alerts: StoredAnswerAlerts
) -> None:
    await schedule(alerts)
    outbox = AnswerAlertOutbox(database, 60)
    (claim,) = await outbox.claim(NOW, 10)
    await send(database, claim)
    for message in (FIRST, SECOND):
        await alerts.withdraw(READER, message)
    await asyncio.sleep(1.1)
    assert await outbox.claim(NOW, 10) == []
    async with database.read() as connection:
        states = await connection.exec_driver_sql("SELECT state FROM promises")
        assert [state for (state,) in states] == ["sent"]


async def test_alerts_of_one_chat_are_claimed_one_by_one_and_spaced(
    database: Database, alerts: StoredAnswerAlerts
) -> None:
    await schedule(alerts)
    outbox = AnswerAlertOutbox(database, 60)
    (claim,) = await outbox.claim(NOW, 10)
    await send(database, claim)
    assert await outbox.claim(NOW, 10) == []
    await asyncio.sleep(1.1)
    (other,) = await outbox.claim(NOW, 10)
    assert other.id != claim.id


async def test_an_alert_is_not_claimed_before_it_is_due(
    database: Database, alerts: StoredAnswerAlerts
) -> None:
    await schedule(alerts)
    assert await AnswerAlertOutbox(database, 60).claim(NOW - timedelta(seconds=1), 10) == []
