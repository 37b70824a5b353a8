"""Builds the subscription service, and the dependencies of the handlers of following and privacy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.followups.chosen_reminders import ChosenReminders
from bot.followups.subscription_service import SubscriptionService
from bot.records.subscriptions import Schedule
from bot.settings.clock import Clock
from bot.settings.options import Settings
from bot.storage.connection.database import Database
from bot.storage.followups.snoozes import StoredSnoozes
from bot.storage.followups.subscriptions import StoredSubscriptions
from bot.storage.journal.reader_memory import ReaderMemory
from bot.storage.outbox.chats import StoredChats
from bot.storage.outbox.outbox import StoredOutbox
from bot.storage.readers.privacy import StoredPrivacy


def build_subscription_service(settings: Settings, database: Database, now: Clock) -> SubscriptionService:
    """With the operator's defaults for chats that have chosen nothing."""
    options = settings.followups
    default = Schedule(rule=options.rule, zone=options.zone, quiet=options.quiet)
    return SubscriptionService(
        StoredSubscriptions(database), StoredChats(database), StoredSnoozes(database), default, now
    )


def followup_dependencies(
    settings: Settings,
    database: Database,
    following: SubscriptionService,
    memory: ReaderMemory,
    now: Clock,
) -> Mapping[str, Any]:
    """By the parameter names of the handlers."""
    return {
        "following": following,
        "chosen_reminders": ChosenReminders(
            following, StoredSubscriptions(database), StoredSnoozes(database), now
        ),
        "reachable_chats": StoredChats(database),
        "personal_data": StoredPrivacy(database, memory.forget),
        "delivery_log": StoredOutbox(database, settings.followups.lease),
        "retention_days": settings.privacy.retention_days,
        "texts_days": settings.privacy.texts_days,
    }
