"""A reminder asked for in words that counts from its event: «за 3 дня в 9 утра», wherever it moves."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.followups.quiet_hours import QuietHours, not_before, on_day
from bot.records.outbox import MessageKind
from knowledge.facts.dates import EdtfDate
from knowledge.results import Duration

DAY = 24 * 60 * 60
_FORM = re.compile(r"(\d+)([mds])(?:/(\d\d:\d\d))?(?:\+([\w/+-]+))?")
KIND_OF_LENGTH = {
    Duration(months=1): MessageKind.MONTH,
    Duration(seconds=7 * DAY): MessageKind.WEEK,
    Duration(seconds=DAY): MessageKind.DAY,
    Duration(): MessageKind.SAME,
}
"""How long before the event the kinds of the menu come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedReminder:
    """`clock`: the local time of day, None for that of the rule. `zone`: whose clock, where it is not the
    reader's own; of hours before the event, that of the event."""

    before: Duration
    clock: time | None = None
    zone: str = ""

    def __str__(self) -> str:
        """«3d/09:00+Asia/Omsk»; months, days or seconds."""
        seconds = self.before.seconds
        length = f"{seconds}s" if seconds % DAY else f"{seconds // DAY}d"
        length = f"{self.before.months}m" if self.before.months else length
        clock = "" if self.clock is None else f"/{self.clock:%H:%M}"
        return f"{length}{clock}{f'+{self.zone}' if self.zone else ''}"

    @classmethod
    def parse(cls, text: str) -> TypedReminder:
        """The inverse of `str`. Raises ValueError on anything else."""
        found = _FORM.fullmatch(text)
        if found is None:
            raise ValueError(text)
        number, unit = int(found[1]), found[2]
        seconds = number * (DAY if unit == "d" else 1)
        before = Duration(months=number) if unit == "m" else Duration(seconds=seconds)
        clock = None if found[3] is None else time.fromisoformat(found[3])
        return cls(before=before, clock=clock, zone=found[4] or "")

    @property
    def counts_days(self) -> bool:
        """Whether it comes at a time of day, else some hours before the event begins."""
        return not self.before.seconds % DAY

    @property
    def same_kind(self) -> MessageKind | None:
        """The kind of reminders of the menu that comes on the same day."""
        return KIND_OF_LENGTH.get(self.before)

    def day(self, when: EdtfDate) -> date | None:
        """The day on which it comes, None where that is counted in hours or the event has no first day."""
        if not self.counts_days or when.first_day is None:
            return None
        try:
            return shifted(datetime.combine(when.first_day, time()), self.before, -1).date()
        except (ValueError, OverflowError):
            return None

    def moment(
        self, when: EdtfDate, usual: time, zone: ZoneInfo, quiet: QuietHours | None
    ) -> datetime | None:
        """When it comes (UTC), outside quiet hours; None where the date is not precise enough for it."""
        if not self.counts_days:
            return self._hours_before(when, zone, quiet)
        day = self.day(when)
        own = ZoneInfo(self.zone) if self.zone else zone
        return None if day is None else on_day(day, self.clock or usual, own, quiet)

    def _hours_before(self, when: EdtfDate, zone: ZoneInfo, quiet: QuietHours | None) -> datetime | None:
        start = when.start
        if start is None or start.clock is None:
            return None
        begins = datetime.combine(start.first_day, start.clock, ZoneInfo(self.zone))
        at = shifted(begins, self.before, -1)
        later = not_before(at, zone, quiet)
        if later < begins:
            return later
        local = at.astimezone(zone)
        # Quiet until the event begins: before them, within the day.
        return min(on_day(local.date(), local.time(), zone, quiet), at.astimezone(UTC))


def shifted(at: datetime, by: Duration, sign: int) -> datetime:
    """A month before 31 March is the last day of February."""
    months = at.year * 12 + at.month - 1 + sign * by.months
    year, month = divmod(months, 12)
    day = min(at.day, calendar.monthrange(year, month + 1)[1])
    moved = at.replace(year=year, month=month + 1, day=day)
    # Hours pass alike where the clocks change between.
    seconds = timedelta(seconds=sign * by.seconds)
    return moved + seconds if moved.tzinfo is None else (moved.astimezone(UTC) + seconds)


def of_moment(at: datetime, when: EdtfDate, zone: ZoneInfo) -> TypedReminder | None:
    """The reminder of such an event that comes at this local time; None after its first day."""
    local, first = at.astimezone(zone), when.first_day
    if first is None or local.date() > first:
        return None
    days = (first - local.date()).days
    return TypedReminder(
        before=Duration(seconds=days * DAY), clock=local.time().replace(second=0, microsecond=0)
    )
