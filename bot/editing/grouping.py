"""Questions grouped by likeness: each joins the first older one that it is like, or begins a group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from rapidfuzz import fuzz, process

from knowledge.language.alike import Gist, gist

ALIKE = 82.0
"""From this likeness of sorted lemmas on (0..100) two questions are one. WRatio likens strangers."""
_COMMON = 100
"""A word that begins more groups than this brings no candidates by itself."""
T = TypeVar("T")


def grouped(items: Iterable[T], text: Callable[[T], str]) -> list[list[T]]:
    """Groups in the order of their first members. Older items come first: so a new one moves none."""
    leaders, groups, places = _Leaders(), [], dict[Gist, int]()
    for item in items:
        about = gist(text(item))
        if about not in places:
            found = leaders.like(about)
            if found is None:
                found = leaders.add(about)
                groups.append(list[T]())
            places[about] = found
        groups[places[about]].append(item)
    return groups


class _Leaders:
    """First questions of groups, looked up by what they turn on and by their words."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._by_word: dict[tuple[frozenset[str], str], list[int]] = defaultdict(list)
        self._wordless: dict[frozenset[str], int] = {}

    def add(self, about: Gist) -> int:
        number = len(self._texts)
        self._texts.append(about.text)
        for word in about.lemmas:
            self._by_word[about.turns, word].append(number)
        if not about.lemmas:
            self._wordless[about.turns] = number
        return number

    def like(self, about: Gist) -> int | None:
        """The leader most like it, of equals the oldest."""
        if not about.lemmas:
            return self._wordless.get(about.turns)
        numbers = self._candidates(about)
        texts = [self._texts[number] for number in numbers]
        best = process.extractOne(about.text, texts, scorer=fuzz.ratio, score_cutoff=ALIKE)
        return None if best is None else numbers[best[2]]

    def _candidates(self, about: Gist) -> Sequence[int]:
        lists = [self._by_word[about.turns, word] for word in about.lemmas]
        rare = [one for one in lists if len(one) <= _COMMON] or [min(lists, key=len)]
        return sorted({number for one in rare for number in one})
