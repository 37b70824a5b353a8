"""Delays between retries: exponential with jitter, up to a maximum."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Backoff:
    """Seconds. The jitter takes off up to a quarter, so that processes do not retry at the same moment."""

    first: float
    longest: float

    def delays(self) -> Iterator[float]:
        """Endless."""
        delay = self.first
        while True:
            yield min(delay, self.longest) * random.uniform(0.75, 1.0)
            delay = min(delay * 2, self.longest)
