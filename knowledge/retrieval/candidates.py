"""Finds the few facts that share most with a question's words, looking at no more than may still win."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nlargest

from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.retrieval.bm25 import K1, StatementLength, saturated_frequency
from knowledge.retrieval.postings import Postings

LEVEL_WEIGHT: Mapping[Level, float] = {
    Level.LEMMA: 1.0,
    Level.SYNONYM: 0.95,
    Level.ROOT: 0.8,
    Level.THESAURUS: 0.7,
}
_MANY, _ROUNDING = 64, 1e-9
"""With more facts than this in sight those are dropped that can no longer be among the best."""
_SEEK = 8
"""Seeking one number in postings costs as much as walking so many."""
_COMMON = 3_000
"""A key of more facts than this only adds to facts found by rarer keys."""


@dataclass(slots=True)
class Candidates:
    """Facts by number with what the words of one question have given them."""

    postings: tuple[tuple[Postings, float], ...]
    """Each with the share of a word's weight that its keys give."""
    long: Mapping[int, StatementLength]
    typical: float
    """How long a long statement is."""
    _scores: dict[int, float] = field(default_factory=dict)

    def best(self, weighed: Iterable[tuple[float, Term]], most: int) -> list[tuple[int, float]]:
        """The best facts for words with their weights, best first."""
        by_weight = sorted(weighed, key=lambda pair: -pair[0])
        factor = K1 + 1 if self.long else 1.0
        left = sum(weight for weight, _ in by_weight) * factor
        closed = False
        for weight, term in by_weight:
            if not weight:
                break
            self._credit(term, weight, closed=closed)
            left -= weight * factor
            if len(self._scores) > _MANY:
                # What cannot come among the best any more is not looked at again.
                least = nlargest(most, self._scores.values())[-1] - left - _ROUNDING
                closed = closed or least > 0
                self._scores = {number: score for number, score in self._scores.items() if score >= least}
        least = min(nlargest(most, self._scores.values()), default=0.0)
        best = [pair for pair in self._scores.items() if pair[1] >= least]
        return sorted(best, key=lambda pair: (-pair[1], pair[0]))[:most]

    def _credit(self, term: Term, weight: float, *, closed: bool) -> None:
        """Add a term's weight to facts at the surest key that they have; if `closed`, to those in sight."""
        credited: set[int] = set()
        scores = self._scores
        first = not scores
        for key, level in term.keys:
            for postings, share in self.postings:
                numbers = postings.get(key)
                if not numbers:
                    continue
                gain = weight * LEVEL_WEIGHT[level] * share
                if closed or (len(numbers) > _COMMON and scores):
                    having: Iterable[int] = _among(scores, numbers)
                else:
                    having = numbers
                new = [number for number in having if number not in credited] if credited else list(having)
                credited.update(new)
                # Few are long, and the rest gain alike, which is quicker said of all at once.
                long = self.long.keys() & new if self.long else ()
                before = [(number, scores.get(number, 0.0)) for number in long]
                if first:
                    scores.update(dict.fromkeys(new, gain))
                else:
                    for number in new:
                        scores[number] = scores.get(number, 0.0) + gain
                for number, score in before:
                    scores[number] = score + gain * saturated_frequency(self.long[number], key, self.typical)


def _among(scores: Mapping[int, float], postings: Sequence[int]) -> Collection[int]:
    """Which of the facts in `scores` stand in ascending postings."""
    if len(scores) * _SEEK > len(postings):
        return scores.keys() & postings
    found = []
    for number in scores:
        place = bisect_left(postings, number)
        if place < len(postings) and postings[place] == number:
            found.append(number)
    return found
