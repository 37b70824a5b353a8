"""What readers say, put together for the composition root: ratings, reports, the inbox, promises kept."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.editing.inbox import QuestionInbox
from bot.editing.publication import Publishing
from bot.followups.answer_alerts import AnswerAlertChecker
from bot.followups.background_worker import run_worker
from bot.followups.outbox_sender import OutboxSender
from bot.followups.ports import Sender as Messenger
from bot.records.engine_holder import EngineHolder
from bot.replies.answers import feedback
from bot.settings.clock import Clock
from bot.settings.options import Settings
from bot.storage.answer_alert_outbox import AnswerAlertOutbox
from bot.storage.answer_alerts import StoredAnswerAlerts
from bot.storage.conversations import StoredConversations
from bot.storage.corrections import StoredCorrections
from bot.storage.database import Database
from bot.storage.editors_inbox import StoredQuestionInbox
from bot.storage.feedback import StoredFeedback
from bot.storage.question_log import StoredQuestions
from bot.storage.rate_limiter import StoredRateLimiter
from bot.storage.statistics import StoredStatistics
from bot.telegram.ask.question_flow import QuestionFlow
from bot.telegram.feedback.outdated_marks import OutdatedMarker
from bot.telegram.sending.answer_alerts import AnswerSender
from bot.telegram.sending.reminders import build_plain_bot
from bot.telegram.sending.sender import Sender
from bot.wiring.followups import build_follow_ups


def build_question_flow(database: Database, engine: EngineHolder, now: Clock) -> QuestionFlow:
    """With the buttons that stand under replies."""
    questions, talks = StoredQuestions(database), StoredConversations(database)
    return QuestionFlow(engine, talks, questions, now, buttons=feedback.rows)


def feedback_dependencies(
    settings: Settings,
    database: Database,
    engine: EngineHolder,
    publishing: Publishing,
    sender: Sender,
    now: Clock,
) -> Mapping[str, Any]:
    """By the names under which handlers ask for them."""
    zone = ZoneInfo(settings.followups.zone)
    return {
        "feedback": StoredFeedback(database),
        "corrections": StoredCorrections(database),
        "promises": StoredAnswerAlerts(database),
        "marker": OutdatedMarker(sender, zone),
        "inbox": QuestionInbox(StoredQuestionInbox(database), engine, publishing, now),
        "counts": StoredStatistics(database, zone),
        "editors_zone": settings.followups.zone,
    }


@asynccontextmanager
async def run_answer_alerts(
    settings: Settings, database: Database, engine: EngineHolder, now: Clock
) -> AsyncIterator[None]:
    """Tell readers of answers that they wait for while the block runs, at the pace of all messages."""
    assert settings.bot_token is not None
    bot = build_plain_bot(settings.bot_token.get_secret_value(), settings.bot_api_url)
    sender = AnswerSender(bot, build_question_flow(database, engine, now))
    alert_checker, outbox_sender = build_answer_alerts(settings, database, engine, sender, now)
    try:
        async with run_worker(
            alert_checker, outbox_sender, now, stop_within=settings.telegram.stop_within / 5
        ):
            yield
    finally:
        await bot.session.close()


def build_answer_alerts(
    settings: Settings, database: Database, engine: EngineHolder, sender: Messenger, now: Clock
) -> tuple[AnswerAlertChecker, OutboxSender]:
    """What finds the answers to tell of, and what tells of them."""
    options, schedules = settings.followups, build_follow_ups(settings, database, now).following
    outbox_sender = OutboxSender(
        AnswerAlertOutbox(database, options.lease),
        StoredRateLimiter(database, options.per_second),
        sender,
        now,
        late_after=timedelta(seconds=options.late_after),
    )
    return AnswerAlertChecker(StoredAnswerAlerts(database), engine, schedules), outbox_sender
