"""A base read into an index, and made into that of an edited base by reading only what the edit touches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import replace

from knowledge.facts.model import Fact, FactBase, FactId, Person
from knowledge.language.lexicon import Lexicon
from knowledge.language.synonyms import Level
from knowledge.parsed_facts.fact_parser import parse_fact
from knowledge.parsed_facts.option_labels import OptionLabels
from knowledge.parsed_facts.parsed_fact import Evidence, Example
from knowledge.retrieval.base_diff import BaseDiff, assign_numbers, diff_bases, is_respelt, of_kind, referring
from knowledge.retrieval.entities import EntityCatalogue
from knowledge.retrieval.evidence_cache import EvidenceCache
from knowledge.retrieval.index import Index
from knowledge.retrieval.lazy_index import LazyIndex

ReadProgress = Callable[[int, int], None]
"""Called with how many facts are read and how many there are."""
LARGE = 20_000
"""From so many facts on only their keys are read at start, the rest of each when it is first found."""


class IndexedBase:
    """All that is known of a base's facts. Never changed once made; safe to share."""

    def __init__(self, base: FactBase, progress: ReadProgress | None = None, large: int = LARGE) -> None:
        self.base = base
        self.lexicon = Lexicon(base.terms)
        self._numbers = {fact.id: number for number, fact in enumerate(base.facts)}
        self._labels = OptionLabels(enumerate(base.facts))
        self._large, self._is_large = large, len(base.facts) >= large
        if self._is_large:
            outlines = LazyIndex(base, self.lexicon)
            _each(base.facts, outlines.add, progress)
            self.stock = EntityCatalogue.of(base, self.lexicon, outlines.forms())
            self.index = Index.outlined(outlines, self.stock.subject, EvidenceCache(self._read))
        else:
            examples: dict[str, Example] = {}
            self.stock, self.index = (
                EntityCatalogue.of(base, self.lexicon),
                Index(shelf=EvidenceCache(self._read)),
            )
            _each(base.facts, lambda fact: self.index.add(self._read(fact, examples)), progress)
        self.index.sides = self.stock.sorts["side"]

    def edited(self, base: FactBase) -> IndexedBase:
        """The library of another state of the base, equal to one made of it.

        Only facts that changed, or that refer to what changed, are read. All are where a synonym or
        an abbreviation changed, for any word may then mean something else, and all of a large base where
        the subject of its titles did.
        """
        change = diff_bases(self.base, base)
        stock = self.stock.edited(change, base, self.lexicon)
        if is_respelt(self.base, base) or (self._is_large and stock.subject != self.stock.subject):
            return IndexedBase(base, large=self._large)
        other = copy(self)
        other.base, other.stock = base, stock
        other._numbers = assign_numbers(base, self._numbers, self.index.next)
        other._put(self, self._stale(change, base, other._numbers))
        return other

    def _stale(self, change: BaseDiff, base: FactBase, numbers: dict[FactId, int]) -> set[FactId]:
        """Facts that are gone, to be read anew or under another number."""
        named = {key for person in of_kind(Person, change.both) for key in name_keys(person, self.lexicon)}
        stale = {fact.id for fact in of_kind(Fact, change.both)}
        stale |= {fact.id for fact in referring(change, self.base, base)}
        # A statement tells of any person whom it names.
        stale |= {self.index.fact(number).id for number in self.index.having(named)}
        return stale | {fact for fact, number in self._numbers.items() if numbers.get(fact) != number}

    def _put(self, old: IndexedBase, stale: set[FactId]) -> None:
        """Make the old index and labels those of this base."""
        gone = [(old._numbers[fact], old.base.fact_by_id[fact]) for fact in stale if fact in old._numbers]
        come = [(self._numbers[fact], self.base.fact_by_id[fact]) for fact in stale if fact in self._numbers]
        self._labels, relabelled = old._labels.changed(gone, come)
        self.index = old.index.copy(EvidenceCache(self._read))
        self.index.sides = self.stock.sorts["side"]
        were = {number: old.index[number] for number, _ in gone}
        examples = {one.text: one for was in were.values() for one in was.examples}
        kept = {number for number, _ in come}
        for number in were.keys() - kept:
            self.index.remove(number, were[number])
        for number, fact in come:
            self.index.put(number, self._read(fact, examples), were.get(number))
        for number in relabelled - kept:
            self._relabel(number)
        if self.stock.subject != old.stock.subject:
            for number in set(self._numbers.values()) - kept:
                was = self.index[number]
                self.index.put(number, replace(was, subject=self.stock.subject), was)

    def _read(self, fact: Fact, examples: dict[str, Example] | None = None) -> Evidence:
        known = {} if examples is None else examples
        evidence = parse_fact(fact, self.base, self.lexicon, known, self.stock.subject)
        evidence.label = self._labels.of(fact)
        return evidence

    def _relabel(self, number: int) -> None:
        was = self.index[number]
        evidence = copy(was)
        evidence.label = self._labels.of(evidence.fact)
        self.index.put(number, evidence, was)


def _each(facts: Sequence[Fact], read: Callable[[Fact], object], progress: ReadProgress | None) -> None:
    for number, fact in enumerate(facts, 1):
        read(fact)
        if progress is not None:
            progress(number, len(facts))


def name_keys(person: Person, lexicon: Lexicon) -> set[str]:
    """Keys of the words of a person's names."""
    return {
        key
        for term in lexicon.read(" ".join((person.name, *person.names)))
        for key, level in term.keys
        if level is Level.LEMMA
    }
