"""Numbers of facts by key, in order. A copy shares every list that neither of the two changes."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence


class Postings:
    """For each key the numbers of the facts that have it, ascending."""

    def __init__(self, lists: Mapping[str, list[int]] | None = None) -> None:
        """`lists` are filled and ascending; several keys may have one and the same."""
        self._lists: defaultdict[str, list[int]] = defaultdict(list, lists or {})
        self._last = -1
        self._own: set[str] | None = None if lists is None else set()
        """Keys whose lists no copy and no other key shares; None where none is shared."""

    def copy(self) -> Postings:
        """The same postings, to be changed apart; as quick as copying one dictionary."""
        other = Postings()
        other._lists = self._lists.copy()
        self._own, other._own = set(), set()
        return other

    def get(self, key: str) -> Sequence[int] | None:
        return self._lists.get(key)

    def count(self, key: str) -> int:
        numbers = self._lists.get(key)
        return len(numbers) if numbers else 0

    def move(self, number: int, old: frozenset[str], new: frozenset[str]) -> None:
        """Take a number from under some keys and put it under others."""
        for key in old - new:
            self.remove(key, number)
        if self._own is None and number > self._last:
            # As in a new index; the rest of this method would do the same, and slower.
            self._last = number
            lists = self._lists
            for key in new:
                lists[key].append(number)
        else:
            for key in new - old:
                self.add(key, number)

    def add(self, key: str, number: int) -> None:
        numbers = self._changeable(key)
        if not numbers or numbers[-1] < number:
            numbers.append(number)
        else:
            insort(numbers, number)

    def remove(self, key: str, number: int) -> None:
        numbers = self._changeable(key)
        del numbers[bisect_left(numbers, number)]
        if not numbers:
            del self._lists[key]

    def _changeable(self, key: str) -> list[int]:
        numbers = self._lists[key]
        if self._own is not None and key not in self._own:
            numbers = self._lists[key] = numbers.copy()
        if self._own is not None:
            self._own.add(key)
        return numbers


PostingKeys = tuple[str, ...] | frozenset[str]


def merge_postings(groups: Iterable[tuple[PostingKeys, list[int]]]) -> dict[str, list[int]]:
    """For each key the numbers of all groups that have it, ascending; keys of one group share its list."""
    alike: defaultdict[PostingKeys, list[list[int]]] = defaultdict(list)
    for keys, numbers in groups:
        alike[keys].append(numbers)
    parts: defaultdict[str, list[list[int]]] = defaultdict(list)
    for keys, some in alike.items():
        together = _merged(some)
        for key in keys:
            parts[key].append(together)
    return {key: _merged(some) for key, some in parts.items()}


def _merged(some: Sequence[list[int]]) -> list[int]:
    return some[0] if len(some) == 1 else sorted(set().union(*some))
