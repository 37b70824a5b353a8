"""The moment of a reminder asked for in words: a pure function of the wish, the event and the clock.

Where the day is not named, days before the event are counted from the first that it can mean, as the menu's
reminders are, and the reader is told so; hours before it are no moment.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.followups.quiet_hours import QuietHours, not_before, on_day
from bot.followups.reminder_rule import ReminderRule
from bot.followups.schedule import passes_at
from bot.followups.typed_reminder import DAY, TypedReminder, shifted
from bot.records.subscriptions import Schedule
from bot.replies.followups.reminder_refusals import Obstacle
from knowledge.facts.dates import CalendarDate, EdtfDate, Precision
from knowledge.results import Duration, WishedReminder


@dataclass(frozen=True, slots=True, kw_only=True)
class SetReminder:
    """A wish as it can be kept: `at` is `wanted`, moved out of quiet hours. Both in UTC."""

    at: datetime
    wanted: datetime
    typed: TypedReminder | None
    """Where it counts from the event; else only the moment is stored."""


def read_moment(
    wish: WishedReminder, when: EdtfDate, schedule: Schedule, own_zone: str, event_zone: str, now: datetime
) -> SetReminder | Obstacle:
    """`own_zone`: whose clock the wish names; empty for that of the schedule."""
    zone, usual = ZoneInfo(own_zone or schedule.zone), ReminderRule.parse(schedule.rule).at
    quiet = QuietHours.parse(schedule.quiet)
    wanted = wished_moment(wish, when, usual, zone, ZoneInfo(event_zone), now)
    if isinstance(wanted, Obstacle):
        return wanted
    typed = _counted(wish, zone, own_zone, event_zone, now)
    if typed is not None:
        at = typed.moment(when, usual, ZoneInfo(schedule.zone), quiet) or wanted
    elif wish.after is not None:
        at = not_before(wanted, zone, quiet)
    else:
        at = moved_out(wanted, zone, quiet, now)
    if at >= passes_at(when, ZoneInfo(event_zone)):
        return Obstacle.TOO_LATE
    return SetReminder(at=at, wanted=wanted, typed=typed) if at > now else Obstacle.PAST


def moved_out(at: datetime, zone: ZoneInfo, quiet: QuietHours | None, now: datetime) -> datetime:
    """A moment that a reader chose, outside quiet hours: within its day if that is ahead, else after them."""
    local = at.astimezone(zone)
    if quiet is None or not quiet.holds(local.time()):
        return at.astimezone(UTC)
    within = on_day(local.date(), local.time(), zone, quiet)
    return within if within > now else not_before(at, zone, quiet)


def _counted(
    wish: WishedReminder, zone: ZoneInfo, own_zone: str, event_zone: str, now: datetime
) -> TypedReminder | None:
    """The reminder that moves with its event; None of a moment that does not depend on it."""
    if wish.after is not None or _named_day(wish, now.astimezone(zone).date()) is not None:
        return None
    before = wish.before or Duration()
    if before.seconds % DAY:
        return TypedReminder(before=before, zone=event_zone)
    return TypedReminder(before=before, clock=_clock(wish), zone=own_zone)


def _clock(wish: WishedReminder) -> time | None:
    return None if wish.clock is None else time(*divmod(wish.clock % (24 * 60), 60))


def wished_moment(
    wish: WishedReminder, when: EdtfDate, usual: time, zone: ZoneInfo, event_zone: ZoneInfo, now: datetime
) -> datetime | Obstacle:
    """The moment (UTC). `zone` is the reader's, `event_zone` that of the event's hours; `usual`: the time of
    day where the wish names none."""
    try:
        found = _moment(wish, when, usual, zone, event_zone, now)
    except (ValueError, OverflowError):  # «за 9999 лет»
        return Obstacle.TOO_LATE if wish.before is None else Obstacle.PAST
    if isinstance(found, Obstacle):
        return found
    if found <= now:
        return Obstacle.PAST
    if found >= passes_at(when, event_zone):
        return Obstacle.TOO_LATE
    return found.astimezone(UTC)


def counted_from(wish: WishedReminder, when: EdtfDate, zone: ZoneInfo, now: datetime) -> date | None:
    """The first day that the event's date can mean, where the wish counts from it; None for a named day."""
    start = when.start
    if start is None or start.precision >= Precision.DAY or wish.after is not None:
        return None
    return start.first_day if _named_day(wish, now.astimezone(zone).date()) is None else None


def _moment(
    wish: WishedReminder, when: EdtfDate, usual: time, zone: ZoneInfo, event_zone: ZoneInfo, now: datetime
) -> datetime | Obstacle:
    if wish.after is not None:
        return shifted(now.astimezone(zone), wish.after, 1)
    at = _clock(wish) or usual
    day = _named_day(wish, now.astimezone(zone).date())
    if day is not None:
        return datetime.combine(day, at, zone)
    start, before = when.start, wish.before or Duration()
    if start is None:
        return Obstacle.NO_DAY
    if before.seconds % DAY:
        if start.precision < Precision.DAY:
            return Obstacle.NO_DAY
        if start.clock is None:
            return Obstacle.NO_CLOCK
        return shifted(datetime.combine(start.first_day, start.clock, event_zone), before, -1)
    return datetime.combine(shifted(datetime.combine(start.first_day, time()), before, -1).date(), at, zone)


def _named_day(wish: WishedReminder, today: date) -> date | None:
    """The day that the wish names; of a day without a year the next one."""
    if wish.in_days is not None:
        return today + timedelta(days=wish.in_days)
    if wish.weekday is not None:
        return today + timedelta(days=(wish.weekday - today.weekday()) % 7 or 7)
    if wish.date is None or wish.date.month is None or wish.date.day is None:
        return None
    for year in (wish.date.year,) if wish.date.year else range(today.year, today.year + 5):
        try:
            day = date(year, wish.date.month, wish.date.day)
        except ValueError:  # 29 February
            continue
        if wish.date.year or day >= today:
            return day
    return None


def example_day(wish: WishedReminder, today: date) -> date:
    """A day ahead within the month or the season that the wish names, else a week from now."""
    tomorrow = today + timedelta(days=1)
    if wish.date is not None:
        for year in (wish.date.year,) if wish.date.year else (today.year, today.year + 1):
            then = CalendarDate(year, wish.date.month)
            if then.last_day >= tomorrow:
                return max(then.first_day, tomorrow)
    return today + timedelta(days=7)


def is_meant(wish: WishedReminder, at: datetime, zone: ZoneInfo, now: datetime) -> bool:
    """Whether a reminder at this moment is one that a wish to cancel names by its day or hour."""
    here, day = at.astimezone(zone), _named_day(wish, now.astimezone(zone).date())
    if day is None and wish.clock is None:
        return False
    return day in (None, here.date()) and _clock(wish) in (None, here.time())
