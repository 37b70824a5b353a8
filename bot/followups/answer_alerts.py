"""Looks, whenever the base is another, which promised answers it gives now, and when to tell of them."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

import structlog

from bot.followups.quiet_hours import QuietHours, not_before
from bot.records.answer_alerts import AnswerAlert
from bot.records.engine_holder import EngineHolder
from bot.records.subscriptions import Schedule
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.results import Answer

log = structlog.get_logger()
_PORTION = 500
"""Questions asked again at a step."""


class PendingAlerts(Protocol):
    async def unchecked(self, revision: int, limit: int) -> Sequence[AnswerAlert]: ...

    async def record_check(
        self, revision: int, unanswered: Sequence[int], due: Mapping[int, datetime]
    ) -> None: ...


class Schedules(Protocol):
    async def schedule_of(self, chat_id: int) -> Schedule:
        """The zone and the quiet hours of a chat."""
        ...


class AnswerAlertChecker:
    """A step does little where nothing was published: one query."""

    def __init__(self, promises: PendingAlerts, engine: EngineHolder, schedules: Schedules) -> None:
        self._promises = promises
        self._engine = engine
        self._schedules = schedules

    async def step(self, now: datetime) -> int:
        """Check a portion; how many answers are to be told of. Steps of several workers agree."""
        edition = self._engine.current
        found = await self._promises.unchecked(edition.revision, _PORTION)
        if not found:
            return 0
        answered = await asyncio.to_thread(_answered, edition.engine, found, now)
        due = {one.id: await self._due(one.chat_id, now) for one in answered}
        left = [one.id for one in found if one.id not in due]
        await self._promises.record_check(edition.revision, left, due)
        if due:
            log.info("answers to tell of", count=len(due))
        return len(due)

    async def _due(self, chat_id: int, now: datetime) -> datetime:
        """Now, or when the quiet hours of the chat end."""
        schedule = await self._schedules.schedule_of(chat_id)
        return not_before(now, ZoneInfo(schedule.zone), QuietHours.parse(schedule.quiet))


def _answered(engine: Engine, promises: Sequence[AnswerAlert], now: datetime) -> list[AnswerAlert]:
    return [one for one in promises if is_answered(engine, one.question, now)]


def is_answered(engine: Engine, question: str, now: datetime) -> bool:
    """Whether the base answers the question, by itself and with a fact."""
    result = engine.reply(question, NEW, now).result
    return isinstance(result, Answer) and bool(result.shown)
