"""The clock: the only module that reads the system time."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]
"""Gives the current time, aware. Injected wherever a due time, an age or a date is needed."""


def system_clock() -> datetime:
    """The system time in UTC."""
    return datetime.now(UTC)


def clock_from(start: datetime | None, monotonic: Callable[[], float] = time.monotonic) -> Clock:
    """The system clock, or one that shows `start` (aware) now and goes on from there."""
    if start is None:
        return system_clock
    created = monotonic()
    return lambda: start + timedelta(seconds=monotonic() - created)
