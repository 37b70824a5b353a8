"""A date as a text names it, with parts left out."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date of which parts may be unknown: «27 апреля» has no year."""

    year: int | None = None
    month: int | None = None
    """1 to 12; 21 to 24 are seasons as in EDTF."""
    day: int | None = None

    def fits(self, other: PartialDate) -> bool:
        """Whether both may be the same date: no part known to both differs."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        return all(mine is None or theirs is None or mine == theirs for mine, theirs in pairs)
