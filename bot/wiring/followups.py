"""Follow-ups put together for the composition root: what handlers need, and the work in the background."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import structlog

from bot.followups.background_worker import run_worker
from bot.followups.outbox_sender import OutboxSender
from bot.followups.planner import Planner
from bot.followups.subscription_service import Defaults, SubscriptionService
from bot.settings.clock import Clock
from bot.settings.options import Settings
from bot.settings.tasks import beside
from bot.storage.change_notices import StoredChangeNotices
from bot.storage.chats import StoredChats
from bot.storage.database import Database
from bot.storage.history import StoredHistory
from bot.storage.outbox import StoredOutbox
from bot.storage.privacy import StoredPrivacy
from bot.storage.rate_limiter import StoredRateLimiter
from bot.storage.reminder_plans import StoredReminderPlans
from bot.storage.snoozes import StoredSnoozes
from bot.storage.subscriptions import StoredSubscriptions
from bot.telegram.sending.reminders import ReminderSender, build_plain_bot

log = structlog.get_logger()
PURGE_EVERY = timedelta(days=1).total_seconds()
_PURGE_AFTER_FAILURE = 600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUps:
    following: SubscriptionService
    chats: StoredChats
    privacy: StoredPrivacy
    outbox: StoredOutbox
    history: StoredHistory
    retention_days: int
    texts_days: int

    @property
    def dependencies(self) -> Mapping[str, Any]:
        """By the names under which handlers ask for them."""
        return {
            "following": self.following,
            "reachable_chats": self.chats,
            "personal_data": self.privacy,
            "delivery_log": self.outbox,
            "retention_days": self.retention_days,
            "texts_days": self.texts_days,
        }


def build_follow_ups(settings: Settings, database: Database, now: Clock) -> FollowUps:
    options, chats = settings.followups, StoredChats(database)
    defaults = Defaults(rule=options.rule, zone=options.zone, quiet=options.quiet)
    following = SubscriptionService(
        StoredSubscriptions(database), chats, StoredSnoozes(database), defaults, now
    )
    privacy = StoredPrivacy(database)
    return FollowUps(
        following=following,
        chats=chats,
        privacy=privacy,
        outbox=StoredOutbox(database, options.lease),
        history=StoredHistory(database),
        retention_days=settings.privacy.retention_days,
        texts_days=settings.privacy.texts_days,
    )


@asynccontextmanager
async def run_followups(settings: Settings, database: Database, now: Clock) -> AsyncIterator[None]:
    """Plan, deliver and purge while the block runs."""
    assert settings.bot_token is not None
    options = settings.followups
    bot = build_plain_bot(settings.bot_token.get_secret_value(), settings.bot_api_url)
    outbox_sender = OutboxSender(
        StoredOutbox(database, options.lease),
        StoredRateLimiter(database, options.per_second),
        ReminderSender(bot),
        now,
        late_after=timedelta(seconds=options.late_after),
    )
    planner = Planner(StoredReminderPlans(database), StoredChangeNotices(database))
    terms = _terms(settings)
    try:
        async with (
            beside(_purge(StoredPrivacy(database), now, *terms)),
            run_worker(planner, outbox_sender, now, stop_within=settings.telegram.stop_within / 5),
        ):
            yield
    finally:
        await bot.session.close()


def _terms(settings: Settings) -> tuple[timedelta, timedelta]:
    """How long what is about a person is kept, and texts of questions without their askers."""
    options = settings.privacy
    return timedelta(days=options.retention_days), timedelta(days=options.texts_days)


async def _purge(privacy: StoredPrivacy, now: Clock, kept: timedelta, texts: timedelta) -> None:
    while True:
        try:
            log.info("purged", rows=await privacy.purge(now(), kept, texts))
            pause = PURGE_EVERY
        except Exception as error:  # noqa: BLE001 - an outage of the database ends, and the purge goes on
            log.warning("purge waits", reason=type(error).__name__)
            pause = _PURGE_AFTER_FAILURE
        await asyncio.sleep(pause)
