"""A change of a fact after an answer showed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """`retired`: the fact is no longer in the base."""

    at: datetime
    retired: bool
