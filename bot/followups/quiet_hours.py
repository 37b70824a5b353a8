"""Quiet hours: when a chat is not to be disturbed, in its own local time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietHours:
    """From `start` up to, not including, `end`, over midnight where `end` is the earlier."""

    start: time
    end: time

    def __str__(self) -> str:
        return f"{self.start:%H:%M}-{self.end:%H:%M}"

    @classmethod
    def parse(cls, text: str) -> QuietHours | None:
        """The reverse of `str`; None for the empty text: no quiet hours. Raises ValueError."""
        if not text:
            return None
        start, _, end = text.partition("-")
        return cls(start=time.fromisoformat(start), end=time.fromisoformat(end))

    def holds(self, at: time) -> bool:
        """Whether the local time is quiet. Equal ends leave no quiet at all."""
        if self.start <= self.end:
            return self.start <= at < self.end
        return at >= self.start or at < self.end


def on_day(day: date, at: time, zone: ZoneInfo, quiet: QuietHours | None) -> datetime:
    """The instant (UTC) of `at` on this local day, moved out of quiet hours within the day.

    Later where the quiet ends on the same day, else to the minute before it begins: a
    reminder «за день» never comes on the day itself. A time that the clocks skip becomes
    the one after the gap, one that they repeat is its first.
    """
    if quiet is not None and quiet.holds(at):
        before = (datetime.combine(day, quiet.start) - _MINUTE).time()
        at = quiet.end if quiet.end > at else before
    return datetime.combine(day, at, zone).astimezone(UTC)


def not_before(at: datetime, zone: ZoneInfo, quiet: QuietHours | None) -> datetime:
    """`at`, or the end of the quiet hours that it falls into; in UTC."""
    local = at.astimezone(zone)
    if quiet is None or not quiet.holds(local.time()):
        return at.astimezone(UTC)
    day = local.date() if quiet.end > local.time() else local.date() + timedelta(days=1)
    return datetime.combine(day, quiet.end, zone).astimezone(UTC)
