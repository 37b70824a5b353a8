"""The editors' inbox: questions that the base did not answer, or answered badly."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxItem:
    """One question, asked once. `id` is its row in the question log."""

    id: int
    text: str
    outcome: str
    """`answer`, `choices` or `refusal`."""
    at: datetime
    facts: tuple[str, ...]
    disliked: int
    """How many readers rated its answer 👎."""
    reports: tuple[str, ...]
    """Error reports about its answer, the oldest first."""
    waiting: bool
    """Its reader asked to be told once there is an answer."""
    complained_at: datetime | None = None
    """When a reader last said that its answer is bad."""
    typed: str = ""
    """As it was typed, where that was in the other keyboard layout."""

    @property
    def has_complaint(self) -> bool:
        """Whether a reader said that its answer is bad."""
        return bool(self.disliked or self.reports)
