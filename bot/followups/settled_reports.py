"""Plans the message to a reader whose report of an error was settled: once for each report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.followups.ports import Schedules
from bot.followups.quiet_hours import QuietHours, not_before
from bot.records.settled_reports import SettledReport


class SettledReports(Protocol):
    async def untold(self, now: datetime) -> Sequence[SettledReport]: ...

    async def plan(self, report: SettledReport, due: datetime, now: datetime) -> None: ...


class SettledReportPlanner:
    """Safe to run in several workers: each message is stored once."""

    def __init__(self, reports: SettledReports, schedules: Schedules) -> None:
        self._reports, self._schedules = reports, schedules

    async def step(self, now: datetime) -> int:
        """Plan what is due; returns how many readers are to be told."""
        found = await self._reports.untold(now)
        for report in found:
            schedule = await self._schedules.schedule_of(report.chat_id)
            due = not_before(now, ZoneInfo(schedule.zone), QuietHours.parse(schedule.quiet))
            await self._reports.plan(report, due, now)
        return len(found)
