"""Quiet hours: when a chat must not be disturbed, in its local time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietHours:
    """From `start` up to, not including, `end`; over midnight where `end` is earlier than `start`."""

    start: time
    end: time

    def __str__(self) -> str:
        return f"{self.start:%H:%M}-{self.end:%H:%M}"

    @classmethod
    def parse(cls, text: str) -> QuietHours | None:
        """The inverse of `str`; the empty text means no quiet hours: None. Raises ValueError."""
        if not text:
            return None
        start, _, end = text.partition("-")
        return cls(start=time.fromisoformat(start), end=time.fromisoformat(end))

    def holds(self, at: time) -> bool:
        """Whether the local time is quiet. An interval of length zero never is."""
        if self.start <= self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end


def outside(at: time, quiet: QuietHours | None) -> time:
    """`at`, moved out of quiet hours within the day.

    Later where the quiet hours end on the same day, else to the minute before they begin: a
    reminder «за день» never comes on the day itself.
    """
    if quiet is None or not quiet.holds(at):
        return at
    before = (datetime.combine(date.max, quiet.start) - _MINUTE).time()
    return quiet.end if quiet.end > at else before


def on_day(day: date, at: time, zone: ZoneInfo, quiet: QuietHours | None) -> datetime:
    """The instant (UTC) of `at` on this local day, moved out of quiet hours within the day.

    At a change to summer time a skipped time becomes the one after the gap; at the change back the
    first of two is taken.
    """
    return datetime.combine(day, outside(at, quiet), zone).astimezone(UTC)


def not_before(at: datetime, zone: ZoneInfo, quiet: QuietHours | None) -> datetime:
    """`at`, or the end of the quiet hours that it falls into. In UTC."""
    local = at.astimezone(zone)
    if quiet is None or not quiet.holds(local.time()):
        return at.astimezone(UTC)
    day = local.date() if quiet.end > local.time() else local.date() + timedelta(days=1)
    return datetime.combine(day, quiet.end, zone).astimezone(UTC)
