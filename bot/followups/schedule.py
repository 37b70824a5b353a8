"""When reminders of an event fall due: a pure function of the rule, the zone, the quiet hours and the date.

A date is never treated as more precise than it is: June 2016 has the reminders «a month
before» (1 May) and «the month begins» (1 June), but no «a day before».
"""

from __future__ import annotations

import calendar
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.followups.quiet_hours import QuietHours, on_day
from bot.followups.reminder_rule import KINDS, ReminderRule
from bot.records.outbox import MessageKind
from bot.records.subscriptions import Reminder, Schedule
from knowledge.facts.dates import EdtfDate, Precision

_EXACT = (MessageKind.WEEK, MessageKind.DAY)


def offered_kinds(when: EdtfDate | None) -> tuple[MessageKind, ...]:
    """The kinds of reminders that this date is precise enough for; none where only its end is known."""
    if when is None or when.start is None:
        return ()
    exact = when.start.precision >= Precision.DAY
    return tuple(kind for kind in KINDS if exact or kind not in _EXACT)


def reminders_of(schedule: Schedule, when: EdtfDate | None) -> tuple[Reminder, ...]:
    """Every reminder of the rule for an event on this date, in order of time."""
    rule, zone, quiet = (
        ReminderRule.parse(schedule.rule),
        ZoneInfo(schedule.zone),
        QuietHours.parse(schedule.quiet),
    )
    first = when.first_day if when is not None else None
    if first is None or not 1 < first.year < date.max.year:
        return ()
    assert when is not None
    moments = [(one, one.moment(when, rule.at, zone, quiet)) for one in rule.typed]
    typed = {at: one for one, at in reversed(moments) if at is not None}
    # What is asked for in words replaces the kind of the menu that comes on the same day.
    days = {one.day(when) for one in typed.values()}
    kinds = [kind for kind in offered_kinds(when) if kind in rule.kinds and _day(kind, first) not in days]
    found = [Reminder(what=kind, at=on_day(_day(kind, first), rule.at, zone, quiet)) for kind in kinds]
    found += [Reminder(what=MessageKind.BEFORE, at=at) for at in typed]
    return tuple(sorted(found, key=lambda one: one.at))


def reminders_between(
    schedule: Schedule, when: EdtfDate | None, after: datetime, until: datetime
) -> tuple[Reminder, ...]:
    """The reminders due later than `after`, up to and including `until`."""
    return tuple(reminder for reminder in reminders_of(schedule, when) if after < reminder.at <= until)


def passes_at(when: EdtfDate, zone: ZoneInfo) -> datetime:
    """The instant (UTC) from which the event is over: local midnight after its last possible day."""
    if when.last_day == date.max:
        return datetime.max.replace(tzinfo=UTC)
    return datetime.combine(when.last_day + timedelta(days=1), time.min, zone).astimezone(UTC)


def _day(kind: MessageKind, first: date) -> date:
    match kind:
        case MessageKind.MONTH:
            year, month = (first.year, first.month - 1) if first.month > 1 else (first.year - 1, 12)
            # A month before 31 March is the last day of February.
            return date(year, month, min(first.day, calendar.monthrange(year, month)[1]))
        case MessageKind.WEEK:
            return first - timedelta(weeks=1)
        case MessageKind.DAY:
            return first - timedelta(days=1)
        case _:
            return first
