"""The clock: the one place that asks what time it is."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]
"""The present, aware. Injected wherever a due time, an age or a date is needed."""


def system_clock() -> datetime:
    """The machine's time, in UTC."""
    return datetime.now(UTC)


def clock_from(start: datetime | None, monotonic: Callable[[], float] = time.monotonic) -> Clock:
    """The machine's clock, or one that begins at `start` (aware) and runs on from this call."""
    if start is None:
        return system_clock
    began = monotonic()
    return lambda: start + timedelta(seconds=monotonic() - began)
