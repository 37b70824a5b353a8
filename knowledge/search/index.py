"""An inverted index from keys to facts: finds the few facts worth a closer look."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log

from knowledge.language.groups import Level
from knowledge.language.lexicon import Kind, Term
from knowledge.search.evidence import Evidence

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
_COMMON = 3_000
"""A key of more facts than this only adds to facts found by rarer keys."""


class Index:
    """Facts by key. Build once; `add` and `remove` change one fact without rebuilding."""

    def __init__(self, evidence: Iterable[Evidence] = ()) -> None:
        self._facts: dict[int, Evidence] = {}
        self._spoken: defaultdict[str, list[int]] = defaultdict(list)
        self._meta: defaultdict[str, list[int]] = defaultdict(list)
        self._long: set[int] = set()
        self._long_words = 0
        self._next = 0
        self.sides: frozenset[str] = frozenset()
        """Keys of the names of all sides, set by whoever knows the base."""
        for item in evidence:
            self.add(item)

    def __len__(self) -> int:
        return len(self._facts)

    def add(self, evidence: Evidence) -> int:
        """Index one fact; gives its number."""
        number = self._next
        self._next += 1
        self._facts[number] = evidence
        if evidence.length > _LONG:
            self._long.add(number)
            self._long_words += evidence.length
        for key in evidence.spoken:
            self._spoken[key].append(number)
        for key in evidence.meta - evidence.spoken:
            self._meta[key].append(number)
        return number

    def _often(self, number: int, key: str) -> float:
        """BM25's part for how often a long statement has a key, and how long it is."""
        evidence = self._facts[number]
        count = evidence.counts.get(key, 1)
        typical = self._long_words / len(self._long)
        return count * (_K1 + 1) / (count + _K1 * (1 - _B + _B * evidence.length / typical))

    def remove(self, number: int) -> None:
        evidence = self._facts.pop(number)
        if number in self._long:
            self._long.remove(number)
            self._long_words -= evidence.length
        for key in evidence.spoken:
            self._spoken[key].remove(number)
        for key in evidence.meta - evidence.spoken:
            self._meta[key].remove(number)

    def __getitem__(self, number: int) -> Evidence:
        return self._facts[number]

    def frequency(self, key: str) -> int:
        """How many facts carry a key."""
        return len(self._spoken.get(key, ())) + len(self._meta.get(key, ()))

    @property
    def rarest(self) -> float:
        """The weight of a word that one fact alone has."""
        return log(1 + len(self._facts) / 1.5)

    def rarity(self, key: str) -> float:
        """How much it says that a question has this key; a rare key says more."""
        having = self.frequency(key)
        return max(log(1 + (len(self._facts) - having + 0.5) / (having + 0.5)), _LEAST)

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
        scores: dict[int, float] = {}
        weighed = sorted(((self.weight(term), term) for term in terms), key=lambda pair: -pair[0])
        for weight, term in weighed:
            if weight:
                self._credit(term, weight, scores)
        return heapq.nlargest(most, scores.items(), key=lambda pair: (pair[1], -pair[0]))

    def _credit(self, term: Term, weight: float, scores: dict[int, float]) -> None:
        """Add a term's weight to each fact that has it, at the surest key."""
        credited: set[int] = set()
        for key, level in term.keys:
            for postings, share in ((self._spoken.get(key), 1.0), (self._meta.get(key), _META_WEIGHT)):
                if not postings:
                    continue
                gain = weight * LEVEL_WEIGHT[level] * share
                long = self._long
                known_only = len(postings) > _COMMON and len(scores) > 0
                for number in postings if not known_only else scores.keys() & set(postings):
                    if number not in credited:
                        credited.add(number)
                        often = gain if number not in long else gain * self._often(number, key)
                        scores[number] = scores.get(number, 0.0) + often
