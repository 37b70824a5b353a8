"""How far the clock of the demo is moved by each button."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.settings.clock import Clock

MORNING = time(10)
"""Reminders come at this time unless a reader chose another."""
_DAYS = {"day": 1, "week": 7, "month": 30}


class Steps:
    """Days are those of `zone`. `next_reminder` gives the first moment later than an instant."""

    def __init__(
        self, clock: Clock, zone: ZoneInfo, next_reminder: Callable[[datetime], Awaitable[datetime | None]]
    ) -> None:
        self._clock = clock
        self._zone = zone
        self._next_reminder = next_reminder

    async def target(self, step: str) -> datetime | None:
        """Where `hour`, `day`, `week`, `month` or `reminder` leads; None where no reminder is to come.

        Raises KeyError for another step.
        """
        now = self._clock()
        if step == "hour":
            return now + timedelta(hours=1)
        if step == "reminder":
            return await self._next_reminder(now)
        day = now.astimezone(self._zone).date() + timedelta(days=_DAYS[step])
        return datetime.combine(day, MORNING, self._zone)

    def in_zone(self, instant: datetime) -> datetime:
        """An instant without an offset is in the zone of the demo."""
        return instant if instant.tzinfo is not None else instant.replace(tzinfo=self._zone)
