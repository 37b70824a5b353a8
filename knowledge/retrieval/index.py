"""An inverted index from keys to facts: finds the few facts worth a closer look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from math import log
from typing import NamedTuple

from knowledge.facts.model import Fact
from knowledge.language.lexicon import Term
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.parsed_facts.parsed_fact import Evidence, Example
from knowledge.retrieval.bm25 import LengthStatistics
from knowledge.retrieval.candidates import Candidates
from knowledge.retrieval.evidence_cache import EvidenceCache, UnparsedFact
from knowledge.retrieval.lazy_index import LazyIndex
from knowledge.retrieval.postings import Postings

_META_WEIGHT = 0.5
"""A word that a fact only refers to finds it half as well as one of its own."""
_KIND_WEIGHT = {WordClass.FUNCTION: 0.0, WordClass.POLITE: 0.25, WordClass.LIGHT: 0.5, WordClass.CONTENT: 1.0}
_LEAST = 0.15
"""Even a word of every fact weighs this much."""
_EXACT = 256
"""In a larger base facts are counted in steps, so that one more fact does not change every word's weight."""


class Weighed(NamedTuple):
    """An example question's words: place -> weight, and all of them."""

    weights: Mapping[int, float]
    total: float


class Index:
    """Facts by key. A copy shares all that neither of the two changes afterwards.

    Numbers order the facts: of two with one score the lower number comes first.
    """

    def __init__(self, evidence: Iterable[Evidence] = (), shelf: EvidenceCache | None = None) -> None:
        self._facts: dict[int, Evidence | UnparsedFact] = {}
        self._shelf = shelf or EvidenceCache(_unreadable)
        self._spoken, self._meta = Postings(), Postings()
        self.long = LengthStatistics()
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
        return self._shelf.read(slot) if isinstance(slot, UnparsedFact) else slot

    @property
    def numbers(self) -> Set[int]:
        return self._facts.keys()

    def fact(self, number: int) -> Fact:
        return self._facts[number].fact

    def copy(self, shelf: EvidenceCache | None = None) -> Index:
        """The same index, to be changed apart; `shelf` is to read what is not read yet."""
        other = Index(shelf=shelf)
        other._facts, other.long = self._facts.copy(), self.long.copy()
        other._spoken, other._meta = self._spoken.copy(), self._meta.copy()
        other.next, other.sides = self.next, self.sides
        return other

    @classmethod
    def outlined(cls, outlines: LazyIndex, subject: frozenset[str], shelf: EvidenceCache) -> Index:
        """An index of facts that are read when they are first found; `subject` are keys that all have."""
        index = cls(shelf=shelf)
        index._facts = {number: UnparsedFact(fact) for number, fact in enumerate(outlines.facts)}
        index._spoken, index._meta = outlines.postings(subject)
        index.long, index.next = LengthStatistics(outlines.long), len(index._facts)
        return index

    def add(self, evidence: Evidence) -> int:
        """Index one fact after all others."""
        number = self.next
        self.put(number, evidence)
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
        self.long.exchange(number, new)
        self._spoken.move(number, _spoken(old), _spoken(new))
        self._meta.move(number, _only_meta(old), _only_meta(new))

    def weigh(self, example: Example) -> Weighed:
        """The weights of an example question's words, worked out when first asked for."""
        known = self._examples.get(example.text)
        if known is None:
            terms = example.question.terms
            weights = {place: self.weight(terms[place]) for place in example.question.content_places}
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
        mean = self.long.mean
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
        return isinstance(slot, UnparsedFact) or not keys.isdisjoint(slot.askings)

    def best_key(self, term: Term) -> tuple[str, Level] | None:
        """The surest key of a term that the base holds."""
        return next(((key, level) for key, level in term.keys if self.frequency(key)), None)

    def weight(self, term: Term) -> float:
        """How much of a question's matter a term is."""
        best = self.best_key(term)
        rarity = self.rarest if best is None else self.rarity(best[0])
        return _KIND_WEIGHT[term.word_class] * rarity

    def candidates(self, terms: Sequence[Term], most: int) -> list[tuple[int, float]]:
        """The facts that share most with the terms, with their scores, best first."""
        postings = ((self._spoken, 1.0), (self._meta, _META_WEIGHT))
        found = Candidates(postings, self.long, self.typical)
        return found.best([(self.weight(term), term) for term in terms], most)


def _step(count: int, digits: int) -> int:
    """A count rounded down to so many binary digits."""
    shift = max(count.bit_length() - digits, 0)
    return count >> shift << shift


_NONE: frozenset[str] = frozenset()


def _spoken(evidence: Evidence | None) -> frozenset[str]:
    return _NONE if evidence is None else evidence.spoken


def _only_meta(evidence: Evidence | None) -> frozenset[str]:
    return _NONE if evidence is None else evidence.meta - evidence.spoken


def _unreadable(fact: Fact) -> Evidence:
    raise LookupError(fact.id)
