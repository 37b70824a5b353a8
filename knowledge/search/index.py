"""An inverted index from keys to facts: finds the few facts worth a closer look."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence, Set
from heapq import nlargest
from math import log
from typing import NamedTuple

from knowledge.language.groups import Level
from knowledge.language.lexicon import Kind, Term
from knowledge.model import Fact
from knowledge.search.evidence import Evidence, Example
from knowledge.search.outline import Outline
from knowledge.search.postings import Postings
from knowledge.search.shelf import Shelf, Unread

LEVEL_WEIGHT: Mapping[Level, float] = {
    Level.LEMMA: 1.0,
    Level.SYNONYM: 0.95,
    Level.ROOT: 0.8,
    Level.THESAURUS: 0.7,
}
_META_WEIGHT = 0.5
"""A word that a fact only refers to finds it half as well as one of its own."""
_KIND_WEIGHT = {Kind.FUNCTION: 0.0, Kind.POLITE: 0.25, Kind.LIGHT: 0.5, Kind.CONTENT: 1.0}
_LEAST = 0.15
"""Even a word of every fact weighs this much."""
_LONG = 40
"""From this many words it matters how often a statement has a word."""
_K1, _B = 1.2, 0.75
_EXACT = 256
"""In a larger base facts are counted in steps, so that one more fact does not change every word's weight."""
_MANY, _ROUNDING = 64, 1e-9
"""With more facts than this in sight those are dropped that can no longer be among the best."""
_SEEK = 8
"""Seeking one number in postings costs as much as walking so many."""
_COMMON = 3_000
"""A key of more facts than this only adds to facts found by rarer keys."""


class Weighed(NamedTuple):
    """An example question's words: place -> weight, and all of them."""

    weights: Mapping[int, float]
    total: float


class Index:
    """Facts by key. A copy shares all that neither of the two changes afterwards.

    Numbers order the facts: of two with one score the lower number comes first.
    """

    def __init__(self, evidence: Iterable[Evidence] = (), shelf: Shelf | None = None) -> None:
        self._facts: dict[int, Evidence | Unread] = {}
        self._shelf = shelf or Shelf(_unreadable)
        self._spoken, self._meta = Postings(), Postings()
        self.long: dict[int, Evidence] = {}
        """Facts with long statements, by number."""
        self._words_of_long = 0
        self.next = 0
        """A number after all that are in use."""
        self._examples: dict[str, Weighed] = {}
        self.sides: frozenset[str] = frozenset()
        """Keys of the names of all sides, set by whoever knows the base."""
        for item in evidence:
            self.add(item)

    def __len__(self) -> int:
        return len(self._facts)

    def __getitem__(self, number: int) -> Evidence:
        slot = self._facts[number]
        return self._shelf.read(slot) if isinstance(slot, Unread) else slot

    @property
    def numbers(self) -> Set[int]:
        return self._facts.keys()

    def fact(self, number: int) -> Fact:
        return self._facts[number].fact

    def copy(self, shelf: Shelf | None = None) -> Index:
        """The same index, to be changed apart; `shelf` is to read what is not read yet."""
        other = Index(shelf=shelf)
        other._facts, other.long, other._words_of_long = (
            self._facts.copy(),
            self.long.copy(),
            self._words_of_long,
        )
        other._spoken, other._meta = self._spoken.copy(), self._meta.copy()
        other.next, other.sides = self.next, self.sides
        return other

    def add(self, read: Evidence | Outline) -> int:
        """Index one fact after all others; one in outline is read when it is first found."""
        number = self.next
        if isinstance(read, Evidence):
            self.put(number, read)
        else:
            self.next += 1
            self._facts[number] = Unread(read.fact)
            self._spoken.move(number, _NONE, read.spoken)
            self._meta.move(number, _NONE, read.meta - read.spoken)
        return number

    def put(self, number: int, evidence: Evidence, was: Evidence | None = None) -> None:
        """Index one fact under a number; where `was` stands there only what differs is changed."""
        self.next = max(self.next, number + 1)
        self._facts[number] = evidence
        self._exchange(number, was, evidence)

    def remove(self, number: int, was: Evidence | None = None) -> None:
        was = was or self[number]
        del self._facts[number]
        self._exchange(number, was, None)

    def _exchange(self, number: int, old: Evidence | None, new: Evidence | None) -> None:
        if self.long.pop(number, None) is not None and old is not None:
            self._words_of_long -= old.length
        if new is not None and is_long(new.length):
            self.long[number] = new
            self._words_of_long += new.length
        self._spoken.move(number, _spoken(old), _spoken(new))
        self._meta.move(number, _only_meta(old), _only_meta(new))

    def _often(self, number: int, key: str) -> float:
        """BM25's part for how often a long statement has a key, and how long it is."""
        evidence = self.long[number]
        count = evidence.counts.get(key, 1)
        return count * (_K1 + 1) / (count + _K1 * (1 - _B + _B * evidence.length / self.typical))

    def weigh(self, example: Example) -> Weighed:
        """The weights of an example question's words, worked out when first asked for."""
        known = self._examples.get(example.text)
        if known is None:
            terms = example.question.terms
            weights = {place: self.weight(terms[place]) for place in example.question.matter}
            known = self._examples[example.text] = Weighed(weights, sum(weights.values()) or 1e-9)
        return known

    def having(self, keys: Iterable[str]) -> set[int]:
        """Numbers of the facts whose own words have any of the keys."""
        return {number for key in keys for number in self._spoken.get(key) or ()}

    def frequency(self, key: str) -> int:
        """How many facts carry a key."""
        return self._spoken.count(key) + self._meta.count(key)

    @property
    def rarest(self) -> float:
        """The weight of a word that one fact alone has."""
        return log(1 + self._size / 1.5)

    def rarity(self, key: str) -> float:
        """How much it says that a question has this key; a rare key says more."""
        size, having = self._size, self.frequency(key)
        if size > _EXACT:
            having = _step(having, 1)
        return max(log(1 + (size - having + 0.5) / (having + 0.5)), _LEAST)

    @property
    def _size(self) -> int:
        size = len(self._facts)
        return size if size <= _EXACT else max(_step(size, 3), _EXACT + 1)

    @property
    def typical(self) -> float:
        """The mean number of words of the long statements."""
        mean = self._words_of_long / len(self.long) if self.long else 0.0
        return mean if len(self._facts) <= _EXACT else float(_step(int(mean), 3))

    def others(self, other: Index) -> dict[int, list[Evidence]]:
        """Number -> what is read here and there of a fact, where that is not the same."""
        numbers = self._facts.keys() | other._facts.keys()
        differ = [number for number in numbers if self._facts.get(number) is not other._facts.get(number)]
        return {
            number: [index[number] for index in (self, other) if number in index._facts] for number in differ
        }

    def asks(self, number: int, keys: frozenset[str]) -> bool:
        """Whether an example of a fact has one of the keys; of one not read yet it is believed."""
        slot = self._facts[number]
        return isinstance(slot, Unread) or not keys.isdisjoint(slot.askings)

    def best_key(self, term: Term) -> tuple[str, Level] | None:
        """The surest key of a term that the base holds."""
        return next(((key, level) for key, level in term.keys if self.frequency(key)), None)

    def weight(self, term: Term) -> float:
        """How much of a question's matter a term is."""
        best = self.best_key(term)
        rarity = self.rarest if best is None else self.rarity(best[0])
        return _KIND_WEIGHT[term.kind] * rarity

    def candidates(self, terms: Sequence[Term], most: int) -> list[tuple[int, float]]:
        """The facts that share most with the terms, with their scores, best first."""
        weighed = sorted(((self.weight(term), term) for term in terms), key=lambda pair: -pair[0])
        left = sum(weight for weight, _ in weighed) * (_K1 + 1 if self.long else 1.0)
        scores: dict[int, float] = {}
        closed = False
        for weight, term in weighed:
            if not weight:
                break
            self._credit(term, weight, scores, closed=closed)
            left -= weight * (_K1 + 1 if self.long else 1.0)
            if len(scores) > _MANY:
                # What cannot come among the best any more is not looked at again.
                least = nlargest(most, scores.values())[-1] - left - _ROUNDING
                closed = closed or least > 0
                scores = {number: score for number, score in scores.items() if score >= least}
        least = min(nlargest(most, scores.values()), default=0.0)
        best = [pair for pair in scores.items() if pair[1] >= least]
        return sorted(best, key=lambda pair: (-pair[1], pair[0]))[:most]

    def _credit(self, term: Term, weight: float, scores: dict[int, float], *, closed: bool) -> None:
        """Add a term's weight to facts at the surest key that they have; if `closed`, to those in sight."""
        credited: set[int] = set()
        first, long = not scores, self.long
        for key, level in term.keys:
            for postings, share in ((self._spoken.get(key), 1.0), (self._meta.get(key), _META_WEIGHT)):
                if not postings:
                    continue
                gain = weight * LEVEL_WEIGHT[level] * share
                if closed or (len(postings) > _COMMON and scores):
                    having: Iterable[int] = _among(scores, postings)
                else:
                    having = postings
                new = [number for number in having if number not in credited] if credited else list(having)
                credited.update(new)
                if first and not long:
                    scores.update(dict.fromkeys(new, gain))
                    continue
                for number in new:
                    often = gain if number not in long else gain * self._often(number, key)
                    scores[number] = scores.get(number, 0.0) + often


def _among(scores: Mapping[int, float], postings: Sequence[int]) -> list[int]:
    """Which of the facts in `scores` stand in ascending postings."""
    if len(scores) * _SEEK > len(postings):
        return [number for number in postings if number in scores]
    found = []
    for number in scores:
        place = bisect_left(postings, number)
        if place < len(postings) and postings[place] == number:
            found.append(number)
    return found


def _step(count: int, digits: int) -> int:
    """A count rounded down to so many binary digits."""
    shift = max(count.bit_length() - digits, 0)
    return count >> shift << shift


_NONE: frozenset[str] = frozenset()


def _spoken(evidence: Evidence | None) -> frozenset[str]:
    return _NONE if evidence is None else evidence.spoken


def _only_meta(evidence: Evidence | None) -> frozenset[str]:
    return _NONE if evidence is None else evidence.meta - evidence.spoken


def is_long(length: int) -> bool:
    """Whether it matters how often a statement of so many words has one: its evidence is needed whole."""
    return length > _LONG


def _unreadable(fact: Fact) -> Evidence:
    raise LookupError(fact.id)
