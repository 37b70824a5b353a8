"""Groups similar questions: each joins the oldest group whose first question asks the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from rapidfuzz import fuzz, process

from knowledge.language.question_equivalence import CanonicalQuestion, canonical_question

MAX_CANDIDATES, MIN_SIMILARITY = 5, 70.0
"""Groups compared in detail, and the similarity of sorted lemmas (0..100) that they must reach."""
TYPO_SIMILARITY = 75.0
"""From this similarity (0..100) on two words are taken for one word with a typing error."""
_COMMON_WORD = 100
"""A word of more groups than this gives no candidates, unless all words are so common."""
T = TypeVar("T")


def group_questions(items: Iterable[T], text: Callable[[T], str]) -> list[list[T]]:
    """Groups in the order of their first items. With the oldest item first, a new one moves no old one."""
    index, groups, group_of = _GroupIndex(), [], dict[CanonicalQuestion, int]()
    for item in items:
        question = canonical_question(text(item))
        if question not in group_of:
            found = index.find(question)
            if found is None:
                found = index.add(question)
                groups.append(list[T]())
            group_of[question] = found
        groups[group_of[question]].append(item)
    return groups


class _GroupIndex:
    """The first question of each group, found by its distinctive words and its lemmas."""

    def __init__(self) -> None:
        self._firsts: list[CanonicalQuestion] = []
        self._texts: list[str] = []
        self._by_word: dict[tuple[frozenset[str], str], list[int]] = defaultdict(list)
        self._wordless: dict[frozenset[str], int] = {}

    def add(self, question: CanonicalQuestion) -> int:
        number = len(self._texts)
        self._firsts.append(question)
        self._texts.append(question.text)
        for word in question.lemmas:
            self._by_word[question.distinctive, word].append(number)
        if not question.lemmas:
            self._wordless[question.distinctive] = number
        return number

    def find(self, question: CanonicalQuestion) -> int | None:
        """The most similar group that asks the same, the oldest of equals."""
        if not question.lemmas:
            return self._wordless.get(question.distinctive)
        numbers = self._candidates(question)
        texts = [self._texts[number] for number in numbers]
        near = process.extract(
            question.text, texts, scorer=fuzz.ratio, limit=MAX_CANDIDATES, score_cutoff=MIN_SIMILARITY
        )
        found = (numbers[place] for _, _, place in near)
        return next((number for number in found if same_question(question, self._firsts[number])), None)

    def _candidates(self, question: CanonicalQuestion) -> Sequence[int]:
        lists = [self._by_word[question.distinctive, word] for word in question.lemmas]
        rare = [one for one in lists if len(one) <= _COMMON_WORD] or [min(lists, key=len)]
        return sorted({number for one in rare for number in one})


def same_question(one: CanonicalQuestion, other: CanonicalQuestion) -> bool:
    """Whether two questions differ by typing errors and one added word at most.

    A replaced word makes another question: «Какая цена…» and «Какая скидка…».
    """
    shared = set(one.lemmas) & set(other.lemmas)
    mine, theirs = (sorted(set(lemmas) - shared) for lemmas in (one.lemmas, other.lemmas))
    for word in tuple(mine):
        twin = next((other for other in theirs if fuzz.ratio(word, other) >= TYPO_SIMILARITY), None)
        if twin is not None:
            mine.remove(word)
            theirs.remove(twin)
            shared.add(word)
    more = len(mine) + len(theirs)
    return not more or (more == 1 and len(shared) > 1)
