"""A change of an event or a fact on its way to followers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeNotice:
    """Followers are reached in batches, in the order of their subscriptions."""

    id: int
    kind: str
    """event or fact."""
    subject_id: str
    version: int
    """Of the subject, after the change."""
    revision: int
    reached: int
    """The last subscription that has its row in the outbox."""
    done: bool
    """Every follower has its row."""
    swept: bool
    """Every row that the change made void is cancelled."""
