"""A set that knows how often each member was put in, so that it can be taken out again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property


class Multiset:
    """Members with their counts; never changed once made."""

    def __init__(self, counts: Counter[str]) -> None:
        self._counts = counts

    @cached_property
    def members(self) -> frozenset[str]:
        return frozenset(self._counts)

    def changed(self, gone: Iterable[str], come: Iterable[str]) -> Multiset:
        """The tally without some and with other members; the same one where that changes nothing."""
        change = Counter(come)
        change.subtract(gone)
        counts = None
        for member, by in change.items():
            if by:
                counts = self._counts.copy() if counts is None else counts
                counts[member] += by
                if not counts[member]:
                    del counts[member]
        if counts is None:
            return self
        other = Multiset(counts)
        if counts.keys() == self._counts.keys():
            other.__dict__["members"] = self.members
        return other
