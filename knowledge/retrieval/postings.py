"""Posting lists: key -> ascending numbers of facts. Copies share the lists that neither has changed."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence


class Postings:
    """Posting lists by key, copied on write."""

    def __init__(self, lists: Mapping[str, list[int]] | None = None) -> None:
        """`lists` are ascending and not empty; several keys may share one."""
        self._lists: defaultdict[str, list[int]] = defaultdict(list, lists or {})
        self._last = -1
        self._owned: set[str] | None = None if lists is None else set()
        """Keys whose lists are not shared with a copy or another key; None while no list is shared."""

    def copy(self) -> Postings:
        """The same postings, to be changed independently; costs as much as copying one dictionary."""
        other = Postings()
        other._lists = self._lists.copy()
        self._owned, other._owned = set(), set()
        return other

    def get(self, key: str) -> Sequence[int] | None:
        return self._lists.get(key)

    def count(self, key: str) -> int:
        numbers = self._lists.get(key)
        return len(numbers) if numbers else 0

    def move(self, number: int, old: frozenset[str], new: frozenset[str]) -> None:
        """Replace the keys of a fact."""
        for key in old - new:
            self.remove(key, number)
        if self._owned is None and number > self._last:
            # A new index is filled in order. The general way below gives the same, more slowly.
            self._last = number
            lists = self._lists
            for key in new:
                lists[key].append(number)
        else:
            for key in new - old:
                self.add(key, number)

    def add(self, key: str, number: int) -> None:
        numbers = self._writable(key)
        if not numbers or numbers[-1] < number:
            numbers.append(number)
        else:
            insort(numbers, number)

    def remove(self, key: str, number: int) -> None:
        numbers = self._writable(key)
        del numbers[bisect_left(numbers, number)]
        if not numbers:
            del self._lists[key]

    def _writable(self, key: str) -> list[int]:
        numbers = self._lists[key]
        if self._owned is not None and key not in self._owned:
            numbers = self._lists[key] = numbers.copy()
        if self._owned is not None:
            self._owned.add(key)
        return numbers


PostingKeys = tuple[str, ...] | frozenset[str]


def merge_postings(groups: Iterable[tuple[PostingKeys, list[int]]]) -> dict[str, list[int]]:
    """The posting list of each key from groups of keys with one list; keys of a group may share its list."""
    by_keys: defaultdict[PostingKeys, list[list[int]]] = defaultdict(list)
    for keys, numbers in groups:
        by_keys[keys].append(numbers)
    by_key: defaultdict[str, list[list[int]]] = defaultdict(list)
    for keys, lists in by_keys.items():
        merged = _merged(lists)
        for key in keys:
            by_key[key].append(merged)
    return {key: _merged(lists) for key, lists in by_key.items()}


def _merged(lists: Sequence[list[int]]) -> list[int]:
    return lists[0] if len(lists) == 1 else sorted(set().union(*lists))
