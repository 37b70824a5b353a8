"""Selects the facts that share most with a question's terms, dropping those that can no longer win."""

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
_PRUNE_ABOVE, _ROUNDING = 64, 1e-9
"""With more candidates than this, those are dropped that can no longer be among the best."""
_BISECT_COST = 8
"""Finding one number in a posting list costs as much as reading so many."""
_COMMON = 3_000
"""A key of more facts than this only adds to the scores of facts found by rarer keys."""


@dataclass(slots=True)
class Candidates:
    """Scores of facts, by number, for the terms of one question."""

    postings: tuple[tuple[Postings, float], ...]
    """Each with the share of a term's weight that its keys add."""
    long_statements: Mapping[int, StatementLength]
    mean_length: float
    """Of the long statements."""
    _scores: dict[int, float] = field(default_factory=dict)

    def best(self, weighed: Iterable[tuple[float, Term]], most: int) -> list[tuple[int, float]]:
        """Numbers and scores of the best facts for terms with their weights, best first."""
        by_weight = sorted(weighed, key=lambda pair: -pair[0])
        factor = K1 + 1 if self.long_statements else 1.0
        left = sum(weight for weight, _ in by_weight) * factor
        closed = False
        for weight, term in by_weight:
            if not weight:
                break
            self._add_scores(term, weight, closed=closed)
            left -= weight * factor
            if len(self._scores) > _PRUNE_ABOVE:
                # A fact below this score cannot be among the best with all that is left to be added.
                least = nlargest(most, self._scores.values())[-1] - left - _ROUNDING
                closed = closed or least > 0
                self._scores = {number: score for number, score in self._scores.items() if score >= least}
        least = min(nlargest(most, self._scores.values()), default=0.0)
        best = [pair for pair in self._scores.items() if pair[1] >= least]
        return sorted(best, key=lambda pair: (-pair[1], pair[0]))[:most]

    def _add_scores(self, term: Term, weight: float, *, closed: bool) -> None:
        """Score each fact at the surest key that it shares with a term; no new facts if `closed`."""
        credited: set[int] = set()
        scores = self._scores
        is_first_term = not scores
        for key, level in term.keys:
            for postings, share in self.postings:
                numbers = postings.get(key)
                if not numbers:
                    continue
                gain = weight * LEVEL_WEIGHT[level] * share
                if closed or (len(numbers) > _COMMON and scores):
                    having: Iterable[int] = _intersect(scores, numbers)
                else:
                    having = numbers
                new = [number for number in having if number not in credited] if credited else list(having)
                credited.update(new)
                # Few statements are long. The others gain the same, which is faster to add for all at once.
                long = self.long_statements.keys() & new if self.long_statements else ()
                before = [(number, scores.get(number, 0.0)) for number in long]
                if is_first_term:
                    scores.update(dict.fromkeys(new, gain))
                else:
                    for number in new:
                        scores[number] = scores.get(number, 0.0) + gain
                for number, score in before:
                    frequency = saturated_frequency(self.long_statements[number], key, self.mean_length)
                    scores[number] = score + gain * frequency


def _intersect(scores: Mapping[int, float], postings: Sequence[int]) -> Collection[int]:
    """Those of the scored facts that are in an ascending posting list."""
    if len(scores) * _BISECT_COST > len(postings):
        return scores.keys() & postings
    found = []
    for number in scores:
        place = bisect_left(postings, number)
        if place < len(postings) and postings[place] == number:
            found.append(number)
    return found
