"""Usage counts of a fact."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FactUsage:
    """How many answers showed the fact, and how many good and bad ratings they got."""

    answered: int = 0
    liked: int = 0
    disliked: int = 0
