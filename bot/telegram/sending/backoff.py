"""Pauses between attempts: each about twice the one before, with jitter, up to a longest."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Backoff:
    """Seconds. The jitter takes up to a quarter off, so that processes do not knock together."""

    first: float
    longest: float

    def pauses(self) -> Iterator[float]:
        """Endless."""
        pause = self.first
        while True:
            yield min(pause, self.longest) * random.uniform(0.75, 1.0)
            pause = min(pause * 2, self.longest)
