"""How a trial is run, and what came of it."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from tests.chaos.reckoning import Messages, Waits

NOW = datetime.fromisoformat("2016-05-01T09:59:50+03:00")
"""Ten seconds before the first reminders fall due."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How a trial is run. `followers`: chats with a reminder due in each minute of the load."""

    seconds: float
    rate: float
    followers: int
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Counts; seconds; MB by process at the end."""

    name: str
    questions: Messages
    reminders: Messages
    apologies: int
    waits: Waits
    faults: Mapping[str, int]
    kills: int
    exits: Sequence[str]
    exceptions: Sequence[str]
    memory: Mapping[str, float]
    logs: Path
    story: Sequence[str]
    """Where a message has no reason: when it and the faults came, in seconds since the first question."""

    @property
    def good(self) -> bool:
        return self.questions.good and self.reminders.good and not self.exceptions and not self.exits


@dataclass(slots=True)
class Clock:
    """What SPRAVKA_NOW must say for a process that starts now."""

    began: float = field(default_factory=time.monotonic)

    def now(self) -> str:
        return (NOW + timedelta(seconds=time.monotonic() - self.began)).isoformat()
