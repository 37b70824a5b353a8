"""How a fact served readers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FactUsage:
    """How many answers showed it, and how many of those were rated well and badly."""

    answered: int = 0
    liked: int = 0
    disliked: int = 0
