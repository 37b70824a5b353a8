"""The moment of a reminder asked for in words: a pure function of the wish, the event and the clock.

Where the day is not named, days before the event are counted from the first that it can mean, as the menu's
reminders are, and the reader is told so; hours before it are no moment.
"""

from __future__ import annotations

import calendar
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.followups.schedule import passes_at
from bot.replies.followups.wished_reminders import Obstacle
from knowledge.facts.dates import EdtfDate, Precision
from knowledge.results import Duration, WishedReminder

_DAY = 24 * 60 * 60


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
        return _shifted(now.astimezone(zone), wish.after, 1)
    at = usual if wish.clock is None else time(*divmod(wish.clock % (24 * 60), 60))
    day = _named_day(wish, now.astimezone(zone).date())
    if day is not None:
        return datetime.combine(day, at, zone)
    start, before = when.start, wish.before or Duration()
    if start is None:
        return Obstacle.NO_DAY
    if before.seconds % _DAY:
        if start.precision < Precision.DAY:
            return Obstacle.NO_DAY
        if start.clock is None:
            return Obstacle.NO_CLOCK
        return _shifted(datetime.combine(start.first_day, start.clock, event_zone), before, -1)
    return datetime.combine(_shifted(datetime.combine(start.first_day, time()), before, -1).date(), at, zone)


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


def _shifted(at: datetime, by: Duration, sign: int) -> datetime:
    """A month before 31 March is the last day of February."""
    months = at.year * 12 + at.month - 1 + sign * by.months
    year, month = divmod(months, 12)
    day = min(at.day, calendar.monthrange(year, month + 1)[1])
    moved = at.replace(year=year, month=month + 1, day=day)
    # Hours pass alike where the clocks change between.
    seconds = timedelta(seconds=sign * by.seconds)
    return moved + seconds if moved.tzinfo is None else (moved.astimezone(UTC) + seconds)
