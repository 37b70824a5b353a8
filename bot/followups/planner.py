"""The dull loop around the pure schedule: what falls due within the horizon gets its rows."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import structlog

from bot.followups.ports import ChangeNotice, ChangeNotices, PlannedSchedule, Plans
from bot.followups.quiet_hours import QuietHours, not_before
from bot.followups.schedule import between, passes_at
from bot.records.subscriptions import DatedEvent
from knowledge.facts.dates import EdtfDate

log = structlog.get_logger()
HORIZON = timedelta(hours=48)
_STRIDE = timedelta(hours=1)
"""A schedule is planned further once so much of its horizon is used up: not at every step."""
_MARGIN = timedelta(minutes=10)
"""By so much the clocks of workers may differ."""
_SWEPT = 50_000
"""Rows of an old date marked as such at a step; they are void anyhow."""
_PORTION = 5000
"""Followers reached with a notice at a step, and messages about changes that may wait at once."""


class Planner:
    def __init__(self, plans: Plans, notices: ChangeNotices) -> None:
        self._plans = plans
        self._notices = notices

    async def step(self, now: datetime) -> int:
        """Bring the outbox up to `now`; how many rows are new. Steps of several workers agree."""
        pending, made = await self._notices.pending(), 0
        for event in await self._plans.events():
            for planned in await self._plans.schedules(event):
                made += await self._plan(event, planned, now)
        for notice in pending:
            if not notice.swept:
                await self._notices.cancel_stale(notice, now, _SWEPT)
            if not notice.done:
                made += await self._spread(notice, now)
        if made:
            log.info("planned", rows=made)
        return made

    async def _plan(self, event: DatedEvent, planned: PlannedSchedule, now: datetime) -> int:
        when = EdtfDate.parse(event.when)
        ends = passes_at(when, ZoneInfo(planned.schedule.zone))
        if planned.closed and now >= ends:
            return 0
        until, made = now + HORIZON, 0
        # Dated by a clock that has gone back since: it holds from now on.
        since = event.since if event.since <= until else now
        after = since if planned.until is None else max(since, planned.until)
        if planned.closed or after > until + _MARGIN:
            # The clock went back, and what it has yet to reach is planned; rows that are there stay single.
            after = since
        if planned.until is None or planned.closed or after < min(until - _STRIDE, ends):
            moments = between(planned.schedule, when, after, until)
            made = await self._plans.add_reminders(event, planned.id, moments, now, until)
        if now >= ends:
            made += await self._plans.close(event, planned.id, now)
        return made

    async def _spread(self, notice: ChangeNotice, now: datetime) -> int:
        if await self._notices.waiting(_PORTION) >= _PORTION:
            return 0
        last, schedules = await self._notices.schedules(notice, _PORTION)
        due = {
            schedule_id: not_before(now, ZoneInfo(schedule.zone), QuietHours.parse(schedule.quiet))
            for schedule_id, schedule in schedules.items()
        }
        return await self._notices.fan_out(notice, last, due)
