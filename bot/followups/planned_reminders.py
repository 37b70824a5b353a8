"""What a subscription will send: its plans up to the horizon, and the reminders told to its reader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.followups.planner import HORIZON
from bot.followups.schedule import passes_at, reminders_between, reminders_of
from bot.records.subscriptions import DatedEvent, Reminder, ReminderPlan, Schedule
from knowledge.facts.dates import EdtfDate

_OVERLAP = timedelta(hours=2)
"""Planned beyond the horizon, so that the planner, which runs later, leaves no gap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UpcomingReminder:
    """A reminder that will be sent."""

    event_id: str
    reminder: Reminder


def plans_of(schedule: Schedule, events: Sequence[DatedEvent], now: datetime) -> list[ReminderPlan]:
    """The reminders of each event that a schedule sends before the horizon."""
    until = now + HORIZON + _OVERLAP
    return [
        ReminderPlan(
            event_id=event.id,
            number=event.plan,
            reminders=reminders_between(schedule, EdtfDate.parse(event.when), now, until),
        )
        for event in events
    ]


def upcoming_reminders(
    schedule: Schedule,
    events: Sequence[DatedEvent],
    chosen: Mapping[str, Sequence[Reminder]],
    now: datetime,
) -> list[UpcomingReminder]:
    """All that will be sent after `now`, in order of time. `chosen`: by event, what its reader chose."""
    found = [
        UpcomingReminder(event_id=event.id, reminder=reminder)
        for event in events
        for reminder in reminders_of(schedule, EdtfDate.parse(event.when))
        if reminder.at > now
    ]
    found += [
        UpcomingReminder(event_id=event.id, reminder=reminder)
        for event in events
        for reminder in chosen[event.id]
        if not is_over(event, schedule, reminder.at)
    ]
    return sorted(found, key=lambda upcoming: upcoming.reminder.at)


def is_over(event: DatedEvent, schedule: Schedule, at: datetime) -> bool:
    """Whether the event is over at this moment; never where its date is not named."""
    return bool(event.when) and at >= passes_at(EdtfDate.parse(event.when), ZoneInfo(schedule.zone))
