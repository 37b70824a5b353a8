"""Usage statistics over some days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyQuestions:
    """Questions of one local day by outcome."""

    day: date
    answered: int
    choices: int
    refused: int

    @property
    def asked(self) -> int:
        return self.answered + self.choices + self.refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """`days` has no gaps, the oldest first; the other lists have the greatest counts first."""

    days: tuple[DailyQuestions, ...]
    facts: tuple[tuple[str, int], ...]
    """Fact id and how many answers showed it."""
    refusals: tuple[tuple[str, int], ...]
    """Text of a refused question and how often it was asked."""
    liked: int
    disliked: int
    reports: int
    followers: int
    """Chats that follow something now."""
    subscriptions: int
    sent: int
    failed: int
    """Messages that the bot sent to readers by itself: to followers, answer alerts, of corrections."""
    waiting: int
    """Answer alerts that wait for an answer now."""

    @property
    def days_with_data(self) -> tuple[DailyQuestions, ...]:
        """Without the days before the first question; the last day where there was none."""
        first = next((at for at, day in enumerate(self.days) if day.asked), len(self.days) - 1)
        return self.days[first:]

    @property
    def answered(self) -> int:
        return sum(day.answered for day in self.days)

    @property
    def choices(self) -> int:
        return sum(day.choices for day in self.days)

    @property
    def refused(self) -> int:
        return sum(day.refused for day in self.days)

    @property
    def asked(self) -> int:
        return sum(day.asked for day in self.days)
