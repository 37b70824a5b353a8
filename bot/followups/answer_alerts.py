"""Checks, on every new revision of the base, which requested answers it now gives, and schedules alerts."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

import structlog

from bot.followups.ports import Schedules
from bot.followups.quiet_hours import QuietHours, not_before
from bot.records.answer_alerts import AnswerAlert
from bot.records.engine_holder import EngineHolder
from knowledge.conversation import NEW
from knowledge.engine import Engine
from knowledge.results import Answer

log = structlog.get_logger()
_BATCH = 500
"""Questions checked per step."""


class PendingAlerts(Protocol):
    async def unchecked(self, revision: int, limit: int) -> Sequence[AnswerAlert]: ...

    async def record_check(
        self, revision: int, unanswered: Sequence[int], due: Mapping[int, datetime]
    ) -> None: ...


class AnswerAlertChecker:
    """A step on an unchanged base costs one query."""

    def __init__(self, alerts: PendingAlerts, engine: EngineHolder, schedules: Schedules) -> None:
        self._alerts = alerts
        self._engine = engine
        self._schedules = schedules

    async def step(self, now: datetime) -> int:
        """Check one batch; returns how many alerts are now due. Safe to run in several workers at once."""
        loaded = self._engine.current
        alerts = await self._alerts.unchecked(loaded.revision, _BATCH)
        if not alerts:
            return 0
        answered = await asyncio.to_thread(_settled, loaded.engine, alerts, now)
        due = {alert.id: await self._due_at(alert.chat_id, now) for alert in answered}
        unanswered = [alert.id for alert in alerts if alert.id not in due]
        await self._alerts.record_check(loaded.revision, unanswered, due)
        if due:
            log.info("answer alerts due", count=len(due))
        return len(due)

    async def _due_at(self, chat_id: int, now: datetime) -> datetime:
        """Now, or the end of the chat's quiet hours."""
        schedule = await self._schedules.schedule_of(chat_id)
        return not_before(now, ZoneInfo(schedule.zone), QuietHours.parse(schedule.quiet))


def _settled(engine: Engine, alerts: Sequence[AnswerAlert], now: datetime) -> list[AnswerAlert]:
    """Those that have an answer now, and those that will never have one."""
    return [alert for alert in alerts if alert.declined or _is_answered(engine, alert.question, now)]


def _is_answered(engine: Engine, question: str, now: datetime) -> bool:
    """Whether the base answers the question with a fact, without a conversation before it."""
    result = engine.reply(question, NEW, now).result
    return isinstance(result, Answer) and bool(result.shown)
