"""Plans reminders: rows for what falls due within the horizon, and rows for changes of the base."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import structlog

from bot.followups.ports import ChangeNotices, ReminderPlans
from bot.followups.quiet_hours import QuietHours, not_before
from bot.followups.schedule import passes_at, reminders_between
from bot.records.change_notices import ChangeNotice
from bot.records.subscriptions import DatedEvent, PlannedSchedule
from knowledge.facts.dates import EdtfDate

log = structlog.get_logger()
HORIZON = timedelta(hours=48)
_STRIDE = timedelta(hours=1)
"""A schedule is planned again once this much of its horizon is used up, not at every step."""
_CLOCK_SKEW = timedelta(minutes=10)
"""The clocks of workers may differ by this much."""
_CANCEL_BATCH = 50_000
"""Stale rows marked as cancelled per step; they are not sent in any case."""
_NOTICE_BATCH = 5000
"""Followers that get a row of a notice per step, and unsent change messages allowed at once."""


class Planner:
    def __init__(self, plans: ReminderPlans, notices: ChangeNotices) -> None:
        self._plans = plans
        self._notices = notices

    async def step(self, now: datetime) -> int:
        """Bring the outbox up to `now`; returns how many rows are new. Safe in several workers at once."""
        pending, added = await self._notices.pending(), 0
        for event in await self._plans.events():
            for planned in await self._plans.schedules(event):
                added += await self._plan(event, planned, now)
        for notice in pending:
            if not notice.swept:
                await self._notices.cancel_stale(notice, now, _CANCEL_BATCH)
            if not notice.done:
                added += await self._fan_out(notice, now)
        if added:
            log.info("planned", rows=added)
        return added

    async def _plan(self, event: DatedEvent, planned: PlannedSchedule, now: datetime) -> int:
        when = EdtfDate.parse(event.when)
        ends = passes_at(when, ZoneInfo(planned.schedule.zone))
        if planned.closed and now >= ends:
            return 0
        until, added = now + HORIZON, 0
        # A date set by a clock that was ahead of ours counts from now on.
        since = event.since if event.since <= until else now
        after = since if planned.until is None else max(since, planned.until)
        if planned.closed or after > until + _CLOCK_SKEW:
            # The clock went back: plan the whole horizon again; rows that exist are not added twice.
            after = since
        if planned.until is None or planned.closed or after < min(until - _STRIDE, ends):
            reminders = reminders_between(planned.schedule, when, after, until)
            added = await self._plans.add_reminders(event, planned.id, reminders, now, until)
        if now >= ends:
            added += await self._plans.close(event, planned.id, now, ends)
        return added

    async def _fan_out(self, notice: ChangeNotice, now: datetime) -> int:
        """Add rows of the notice for the next batch of followers."""
        if await self._notices.count_unsent(_NOTICE_BATCH) >= _NOTICE_BATCH:
            return 0
        last, schedules = await self._notices.next_batch(notice, _NOTICE_BATCH)
        due = {
            schedule_id: not_before(now, ZoneInfo(schedule.zone), QuietHours.parse(schedule.quiet))
            for schedule_id, schedule in schedules.items()
        }
        return await self._notices.fan_out(notice, last, due)
