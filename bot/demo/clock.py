"""A clock that can be moved on, shared by processes: the shift stands in a file that each of them maps."""

from __future__ import annotations

import mmap
import struct
from datetime import datetime, timedelta
from pathlib import Path

from bot.settings.clock import Clock, system_clock

_SHIFT = struct.Struct("<d")


class SharedClock:
    """Shows the system time shifted by the seconds in `file`; goes on between moves."""

    def __init__(self, file: Path, system: Clock = system_clock) -> None:
        """Raises OSError for a file that is absent, ValueError for one that `create` has not made."""
        with file.open("r+b") as opened:
            self._shift = mmap.mmap(opened.fileno(), _SHIFT.size)
        self._system = system

    @classmethod
    def create(cls, file: Path, start: datetime, system: Clock = system_clock) -> SharedClock:
        """A clock that shows `start` (aware) now."""
        file.write_bytes(_SHIFT.pack((start - system()).total_seconds()))
        return cls(file, system)

    def __call__(self) -> datetime:
        return self._system() + timedelta(seconds=self.shift)

    @property
    def shift(self) -> float:
        """Seconds between the system time and this clock."""
        (seconds,) = _SHIFT.unpack(self._shift[:])
        return float(seconds)

    def move(self, to: datetime) -> bool:
        """Show `to` now; False where that is in the past, to which no bot is ever taken."""
        if to < self():
            return False
        self._shift[:] = _SHIFT.pack((to - self._system()).total_seconds())
        return True
