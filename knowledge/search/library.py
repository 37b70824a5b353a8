"""A base read into an index, and made into that of an edited base by reading only what the edit touches."""

from __future__ import annotations

from copy import copy
from dataclasses import replace

from knowledge.language.groups import Level
from knowledge.language.lexicon import Lexicon
from knowledge.model import Fact, FactBase, FactId, Person
from knowledge.search.editing import Edit, edit, is_respelt, numbered, of_kind, referring
from knowledge.search.evidence import Evidence, Example
from knowledge.search.index import Index
from knowledge.search.labels import Labels
from knowledge.search.reading import gather
from knowledge.search.stock import Stock


class Library:
    """All that is known of a base's facts. Never changed once made; safe to share."""

    def __init__(self, base: FactBase) -> None:
        self.base = base
        self.lexicon = Lexicon(base.terms)
        self.stock = Stock.of(base, self.lexicon)
        self._numbers = {fact.id: number for number, fact in enumerate(base.facts)}
        self._labels = Labels(enumerate(base.facts))
        examples: dict[str, Example] = {}
        self.index = Index(self._read(fact, examples) for fact in base.facts)
        self.index.sides = self.stock.sorts["side"]

    def edited(self, base: FactBase) -> Library:
        """The library of another state of the base, equal to one made of it.

        Only facts that changed, or that refer to what changed, are read. All are where a synonym or
        an abbreviation changed, for any word may then mean something else.
        """
        if is_respelt(self.base, base):
            return Library(base)
        change = edit(self.base, base)
        other = copy(self)
        other.base = base
        other.stock = self.stock.edited(change, base, self.lexicon)
        other._numbers = numbered(base, self._numbers, self.index.next)
        other._put(self, self._stale(change, base, other._numbers))
        return other

    def _stale(self, change: Edit, base: FactBase, numbers: dict[FactId, int]) -> set[FactId]:
        """Facts that are gone, to be read anew or under another number."""
        named = {key for person in of_kind(Person, change.both) for key in name_keys(person, self.lexicon)}
        stale = {fact.id for fact in of_kind(Fact, change.both)}
        stale |= {fact.id for fact in referring(change, self.base, base)}
        # A statement tells of any person whom it names.
        stale |= {self.index[number].fact.id for number in self.index.having(named)}
        return stale | {fact for fact, number in self._numbers.items() if numbers.get(fact) != number}

    def _put(self, old: Library, stale: set[FactId]) -> None:
        """Make the old index and labels those of this base."""
        gone = [(old._numbers[fact], old.base.fact_by_id[fact]) for fact in stale if fact in old._numbers]
        come = [(self._numbers[fact], self.base.fact_by_id[fact]) for fact in stale if fact in self._numbers]
        self._labels, relabelled = old._labels.changed(gone, come)
        self.index = old.index.copy()
        self.index.sides = self.stock.sorts["side"]
        examples = {one.text: one for number, _ in gone for one in old.index[number].examples}
        kept = {number for number, _ in come}
        for number, _ in gone:
            if number not in kept:
                self.index.remove(number)
        for number, fact in come:
            self.index.put(number, self._read(fact, examples))
        for number in relabelled - kept:
            self._relabel(number)
        if self.stock.subject != old.stock.subject:
            for number in set(self._numbers.values()) - kept:
                self.index.put(number, replace(self.index[number], subject=self.stock.subject))

    def _read(self, fact: Fact, examples: dict[str, Example]) -> Evidence:
        evidence = gather(fact, self.base, self.lexicon, examples, self.stock.subject)
        evidence.label = self._labels.of(fact)
        return evidence

    def _relabel(self, number: int) -> None:
        evidence = copy(self.index[number])
        evidence.label = self._labels.of(evidence.fact)
        self.index.put(number, evidence)


def name_keys(person: Person, lexicon: Lexicon) -> set[str]:
    """Keys of the words of a person's names."""
    return {
        key
        for term in lexicon.read(" ".join((person.name, *person.names)))
        for key, level in term.keys
        if level is Level.LEMMA
    }
