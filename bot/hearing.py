"""What readers say, put together for the composition root: ratings, reports, the inbox, promises kept."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.editing.inbox import Inbox
from bot.editing.publishing import Publishing
from bot.following_up import build_follow_ups
from bot.followups.delivery import Courier
from bot.followups.loop import at_work
from bot.followups.ports import Sender as Messenger
from bot.followups.promising import Promiser
from bot.options import Settings
from bot.replies import feedback
from bot.storage.asked import StoredQuestions
from bot.storage.conversations import StoredConversations
from bot.storage.corrections import StoredCorrections
from bot.storage.engine import Database
from bot.storage.inbox import StoredInbox
from bot.storage.pace import StoredPace
from bot.storage.promises import StoredPromises
from bot.storage.promises_outbox import PromisesOutbox
from bot.storage.ratings import StoredFeedback
from bot.storage.statistics import StoredStatistics
from bot.telegram.consulting import Consultant
from bot.telegram.engine import Engine
from bot.telegram.marking import Marker
from bot.telegram.promised import AnswerSender
from bot.telegram.reminding import build_plain_bot
from bot.telegram.sender import Sender


def build_consultant(database: Database, engine: Engine, now: Clock) -> Consultant:
    """With the buttons that stand under replies."""
    questions, talks = StoredQuestions(database), StoredConversations(database)
    return Consultant(engine, talks, questions, now, buttons=feedback.rows)


def hearing_dependencies(
    settings: Settings, database: Database, engine: Engine, publishing: Publishing, sender: Sender, now: Clock
) -> Mapping[str, Any]:
    """By the names under which handlers ask for them."""
    zone = ZoneInfo(settings.followups.zone)
    return {
        "feedback": StoredFeedback(database),
        "corrections": StoredCorrections(database),
        "promises": StoredPromises(database),
        "marker": Marker(sender, zone),
        "inbox": Inbox(StoredInbox(database), engine, publishing, now),
        "counts": StoredStatistics(database, zone),
        "editors_zone": settings.followups.zone,
    }


@asynccontextmanager
async def keeping_promises(
    settings: Settings, database: Database, engine: Engine, now: Clock
) -> AsyncIterator[None]:
    """Tell readers of answers that they wait for while the block runs, at the pace of all messages."""
    assert settings.bot_token is not None
    bot = build_plain_bot(settings.bot_token.get_secret_value(), settings.bot_api_url)
    sender = AnswerSender(bot, build_consultant(database, engine, now))
    promiser, courier = build_promising(settings, database, engine, sender, now)
    try:
        async with at_work(promiser, courier, now, stop_within=settings.telegram.stop_within / 5):
            yield
    finally:
        await bot.session.close()


def build_promising(
    settings: Settings, database: Database, engine: Engine, sender: Messenger, now: Clock
) -> tuple[Promiser, Courier]:
    """What finds the answers to tell of, and what tells of them."""
    options, schedules = settings.followups, build_follow_ups(settings, database, now).following
    courier = Courier(
        PromisesOutbox(database, options.lease),
        StoredPace(database, options.per_second),
        sender,
        now,
        late_after=timedelta(seconds=options.late_after),
    )
    return Promiser(StoredPromises(database), engine, schedules), courier
