"""Groups similar questions: each joins the oldest group whose first question asks the same.

Two ask the same if they have the same words but for a slip, or are read as one request of one subject.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from rapidfuzz import fuzz, process

from knowledge.language.morphology import analyse
from knowledge.language.question_equivalence import CanonicalQuestion, canonical_question
from knowledge.language.word_class import WordClass, word_class_of
from knowledge.understanding.asked_subject import AskedSubject

MAX_CANDIDATES, MIN_SIMILARITY = 5, 70.0
"""Groups compared in detail, and the similarity of sorted lemmas (0..100) that they must reach."""
TYPO_SIMILARITY = 75.0
"""From this similarity (0..100) on two words are taken for one word with a typing error."""
_COMMON_WORD = 100
"""A word of more groups than this gives no candidates, unless all words are so common."""
T = TypeVar("T")
SubjectReader = Callable[[str], AskedSubject]


def group_questions(
    items: Iterable[T], text: Callable[[T], str], read: SubjectReader | None = None
) -> list[list[T]]:
    """Groups in the order of their first items. With the oldest item first, a new one moves no old one.

    `read` tells what a question asks for and of what, by which other wordings are found.
    """
    index, groups, group_of = _GroupIndex(), [], dict[CanonicalQuestion, int]()
    subjects = _SubjectIndex()
    for item in items:
        question = canonical_question(text(item))
        if question not in group_of:
            found = index.find(question)
            subject = read(text(item)) if read is not None and question.lemmas else None
            if found is None and subject is not None:
                found = subjects.find(subject)
            if found is None:
                found = index.add(question)
                groups.append(list[T]())
                if subject is not None:
                    subjects.add(subject, found)
            group_of[question] = found
        groups[group_of[question]].append(item)
    return groups


class _SubjectIndex:
    """What the first question of each group asks, found by what is wanted and by its rarest word."""

    def __init__(self) -> None:
        self._groups: dict[tuple[object, str], list[tuple[AskedSubject, int]]] = defaultdict(list)

    def add(self, subject: AskedSubject, group: int) -> None:
        for key in {key for word in subject.needed for key in word.all_keys} or {""}:
            self._groups[subject.wanted, key].append((subject, group))

    def find(self, subject: AskedSubject) -> int | None:
        """The oldest group that asks the same: it has a word for each of this one."""
        rarest: list[list[tuple[AskedSubject, int]]] | None = None
        for keys in [word.all_keys for word in subject.needed] or [frozenset(("",))]:
            met = [self._groups.get((subject.wanted, key), []) for key in keys]
            if rarest is None or sum(map(len, met)) < sum(map(len, rarest)):
                rarest = met
        others = {group: other for one in rarest or () for other, group in one}
        return next((group for group in sorted(others) if subject.is_same(others[group])), None)


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
    """Whether two questions differ by typing errors and one added word of little content at most.

    A replaced word makes another question: «Какая цена…» and «Какая скидка…»; so does one that narrows
    it down: «билет» and «детский билет».
    """
    shared = set(one.lemmas) & set(other.lemmas)
    mine, theirs = (sorted(set(lemmas) - shared) for lemmas in (one.lemmas, other.lemmas))
    for word in tuple(mine):
        twin = next((other for other in theirs if fuzz.ratio(word, other) >= TYPO_SIMILARITY), None)
        if twin is not None:
            mine.remove(word)
            theirs.remove(twin)
            shared.add(word)
    more = (*mine, *theirs)
    return not more or (len(more) == 1 and len(shared) > 1 and _says_little(more[0]))


def _says_little(lemma: str) -> bool:
    return word_class_of(lemma, analyse(lemma)) < WordClass.CONTENT
