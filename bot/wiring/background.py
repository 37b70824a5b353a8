"""The background work of a bot: it sends reminders and answer alerts, and deletes expired personal data."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from zoneinfo import ZoneInfo

import structlog
from aiogram import Bot

from bot.followups.answer_alerts import AnswerAlertChecker
from bot.followups.background_worker import Planners, run_worker
from bot.followups.editor_messages import EditorMessagePlanner
from bot.followups.measured_sender import MeasuredSender
from bot.followups.outbox_sender import OutboxSender
from bot.followups.planner import Planner
from bot.followups.ports import MessageSender, Outbox
from bot.followups.retired_facts import RetirementPlanner
from bot.followups.settled_reports import SettledReportPlanner
from bot.records.editing import Role
from bot.records.engine_holder import EngineHolder
from bot.settings.clock import Clock
from bot.settings.options import Settings
from bot.settings.tasks import run_alongside
from bot.storage.connection.database import Database
from bot.storage.editors.editor_digest import StoredDigest
from bot.storage.editors.editor_settings import StoredEditorSettings
from bot.storage.editors.roles import StoredRoles
from bot.storage.followups.answer_alerts import StoredAnswerAlerts
from bot.storage.followups.change_notices import StoredChangeNotices
from bot.storage.followups.reminder_plans import StoredReminderPlans
from bot.storage.followups.retired_facts import StoredRetirements
from bot.storage.followups.settled_reports import StoredSettledReports
from bot.storage.followups.told_expiries import StoredToldExpiries
from bot.storage.outbox.answer_alert_outbox import AnswerAlertOutbox
from bot.storage.outbox.editor_messages import EditorMessageOutbox
from bot.storage.outbox.outbox import StoredOutbox
from bot.storage.outbox.rate_limiter import StoredRateLimiter
from bot.storage.readers.conversations import StoredConversations
from bot.storage.readers.privacy import StoredPrivacy
from bot.storage.readers.question_log import StoredQuestions
from bot.telegram.sending.answer_alerts import AnswerAlertSender
from bot.telegram.sending.connection import build_bot_without_retries
from bot.telegram.sending.editor_messages import EditorMessageSender
from bot.telegram.sending.expiry_reminders import ExpiryReminders
from bot.telegram.sending.reminders import ReminderSender
from bot.telegram.sending.sender import Sender
from bot.wiring.feedback import build_question_flow
from bot.wiring.followups import build_subscription_service

log = structlog.get_logger()
PURGE_EVERY = timedelta(days=1).total_seconds()
_PURGE_RETRY = 600.0
"""Seconds until a failed purge is tried again."""


@asynccontextmanager
async def run_background(
    settings: Settings,
    database: Database,
    engine: EngineHolder,
    now: Clock,
    count_delivery: Callable[[str], None],
) -> AsyncIterator[None]:
    """Run all of it while the block runs; on exit each worker gets a fifth of the stop time to finish.

    `count_delivery` gets the outcome of every message that is sent or fails.
    """
    assert settings.bot_token is not None
    stop_within, plan_every = settings.telegram.stop_within / 5, settings.followups.plan_every
    bot = build_bot_without_retries(settings.bot_token.get_secret_value(), settings.bot_api_url)
    planner = Planner(StoredReminderPlans(database), StoredChangeNotices(database))
    reminders = _build_outbox_sender(
        settings,
        database,
        StoredOutbox(database, settings.followups.lease),
        MeasuredSender(ReminderSender(bot), count_delivery),
        now,
    )
    questions, conversations = StoredQuestions(database), StoredConversations(database)
    question_flow = build_question_flow(conversations, questions, engine, now)
    answer_sender = MeasuredSender(AnswerAlertSender(bot, question_flow), count_delivery)
    editors = build_editor_messages(settings, database, bot, now)
    checker, alerts = build_answer_alerts(settings, database, engine, answer_sender, now)
    try:
        async with (
            run_alongside(_purge_daily(settings, database, now)),
            run_alongside(_build_expiry_reminders(settings, database, engine, Sender(bot), now).run()),
            run_worker(planner, reminders, now, plan_every=plan_every, stop_within=stop_within),
            run_worker(*editors, now, plan_every=plan_every, stop_within=stop_within),
            run_worker(checker, alerts, now, plan_every=plan_every, stop_within=stop_within),
        ):
            yield
    finally:
        await bot.session.close()


def build_answer_alerts(
    settings: Settings, database: Database, engine: EngineHolder, sender: MessageSender, now: Clock
) -> tuple[AnswerAlertChecker, OutboxSender]:
    """The checker, which finds the alerts that are due, and the outbox sender that sends them."""
    schedules = build_subscription_service(settings, database, now)
    outbox = AnswerAlertOutbox(database, settings.followups.lease)
    return (
        AnswerAlertChecker(StoredAnswerAlerts(database), engine, schedules),
        _build_outbox_sender(settings, database, outbox, sender, now),
    )


def build_editor_messages(
    settings: Settings, database: Database, bot: Bot, now: Clock
) -> tuple[Planners, OutboxSender]:
    """Reports and digests for everybody with a role, and to readers what was retired of their answers."""
    roles, chosen = StoredRoles(database), StoredEditorSettings(database)

    async def editors() -> Sequence[int]:
        given = [grant.user_id for grant in await roles.all()]
        return tuple(dict.fromkeys([*settings.admin_ids, *given]))

    async def is_editor(user_id: int) -> bool:
        return user_id in await editors()

    outbox = EditorMessageOutbox(database, settings.followups.lease)
    retirements, settled = StoredRetirements(database), StoredSettledReports(database)
    digests = StoredDigest(database, settings.admin_ids)
    sender = EditorMessageSender(bot, digests, chosen, is_editor, retirements, settled)
    planner = EditorMessagePlanner(outbox, chosen, editors, ZoneInfo(settings.followups.zone))
    schedules = build_subscription_service(settings, database, now)
    # A reader who is told that a fact was retired is not told the same of a report.
    readers = (RetirementPlanner(retirements, schedules), SettledReportPlanner(settled, schedules))
    return Planners(planner, *readers), _build_outbox_sender(settings, database, outbox, sender, now)


def _build_outbox_sender(
    settings: Settings, database: Database, outbox: Outbox, sender: MessageSender, now: Clock
) -> OutboxSender:
    """All outboxes share one rate limit, which the database keeps."""
    options = settings.followups
    return OutboxSender(
        outbox,
        StoredRateLimiter(database, options.per_second),
        sender,
        now,
        late_after=timedelta(seconds=options.late_after),
    )


async def _purge_daily(settings: Settings, database: Database, now: Clock) -> None:
    """Delete personal data, and texts of questions without their askers, when their terms have expired."""
    privacy, options = StoredPrivacy(database), settings.privacy
    terms = timedelta(days=options.retention_days), timedelta(days=options.texts_days)
    while True:
        try:
            log.info("purged", rows=await privacy.purge(now(), *terms))
            pause = PURGE_EVERY
        except Exception as error:  # noqa: BLE001 - the database comes back, and the purge goes on
            log.warning("purge waits", reason=type(error).__name__)
            pause = _PURGE_RETRY
        await asyncio.sleep(pause)


def _build_expiry_reminders(
    settings: Settings, database: Database, engine: EngineHolder, sender: Sender, now: Clock
) -> ExpiryReminders:
    """Editors are told a week before something is no longer vouched for."""
    roles, zone = StoredRoles(database), ZoneInfo(settings.followups.zone)

    async def editors() -> Sequence[int]:
        granted = [one.user_id for one in await roles.all() if one.role.covers(Role.EDITOR)]
        return tuple(dict.fromkeys([*settings.admin_ids, *granted]))

    return ExpiryReminders(sender, engine, StoredToldExpiries(database), editors, now, zone)
