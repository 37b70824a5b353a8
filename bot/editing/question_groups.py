"""Questions grouped by likeness: each joins the first older one that it is like, or begins a group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from rapidfuzz import fuzz, process

from knowledge.language.question_equivalence import CanonicalQuestion, canonical_question

LOOKED_AT, NEAR = 5, 70.0
"""Older questions looked at closely, and the likeness of sorted lemmas (0..100) that they must have."""
TYPO = 75.0
"""From this likeness on two words are one that was mistyped."""
_COMMON = 100
"""A word that begins more groups than this brings no candidates by itself."""
T = TypeVar("T")


def grouped(items: Iterable[T], text: Callable[[T], str]) -> list[list[T]]:
    """Groups in the order of their first members. Older items come first: so a new one moves none."""
    leaders, groups, places = _Leaders(), [], dict[CanonicalQuestion, int]()
    for item in items:
        about = canonical_question(text(item))
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
        self._gists: list[CanonicalQuestion] = []
        self._texts: list[str] = []
        self._by_word: dict[tuple[frozenset[str], str], list[int]] = defaultdict(list)
        self._wordless: dict[frozenset[str], int] = {}

    def add(self, about: CanonicalQuestion) -> int:
        number = len(self._texts)
        self._gists.append(about)
        self._texts.append(about.text)
        for word in about.lemmas:
            self._by_word[about.turns, word].append(number)
        if not about.lemmas:
            self._wordless[about.turns] = number
        return number

    def like(self, about: CanonicalQuestion) -> int | None:
        """The leader most like it, of equals the oldest."""
        if not about.lemmas:
            return self._wordless.get(about.turns)
        numbers = self._candidates(about)
        texts = [self._texts[number] for number in numbers]
        near = process.extract(about.text, texts, scorer=fuzz.ratio, limit=LOOKED_AT, score_cutoff=NEAR)
        found = (numbers[place] for _, _, place in near)
        return next((number for number in found if alike(about, self._gists[number])), None)

    def _candidates(self, about: CanonicalQuestion) -> Sequence[int]:
        lists = [self._by_word[about.turns, word] for word in about.lemmas]
        rare = [one for one in lists if len(one) <= _COMMON] or [min(lists, key=len)]
        return sorted({number for one in rare for number in one})


def alike(one: CanonicalQuestion, other: CanonicalQuestion) -> bool:
    """Whether two questions are one: the same words but for typing errors, and one word more at most.

    A word in place of another makes another question: «Какая цена…» and «Какая скидка…».
    """
    shared = set(one.lemmas) & set(other.lemmas)
    mine, theirs = (sorted(set(lemmas) - shared) for lemmas in (one.lemmas, other.lemmas))
    for word in tuple(mine):
        twin = next((its for its in theirs if fuzz.ratio(word, its) >= TYPO), None)
        if twin is not None:
            mine.remove(word)
            theirs.remove(twin)
            shared.add(word)
    more = len(mine) + len(theirs)
    return not more or (more == 1 and len(shared) > 1)
