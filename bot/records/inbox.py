"""What waits for editors: questions that the base did not answer, or answered badly."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxItem:
    """One question as it was asked once. `id` is that of its row among the questions asked."""

    id: int
    text: str
    outcome: str
    """`answer`, `choices` or `refusal`."""
    at: datetime
    facts: tuple[str, ...]
    disliked: int
    """How many readers rated its answer 👎."""
    reports: tuple[str, ...]
    """What readers wrote about its answer, the oldest first."""
    waiting: bool
    """Its reader is to be told once there is an answer."""
