"""A base parsed and indexed; after an edit only the facts that the edit affects are parsed again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import replace
from typing import TypeVar

from knowledge.facts.edits import diff_bases
from knowledge.facts.model import Event, Fact, FactBase, FactId, FurtherSource, Person
from knowledge.facts.serialization import Entity
from knowledge.language.lexicon import Lexicon
from knowledge.language.synonyms import Level
from knowledge.parsed_facts.fact_parser import parse_fact
from knowledge.parsed_facts.option_labels import OptionLabels
from knowledge.parsed_facts.parsed_fact import Example, ParsedFact
from knowledge.retrieval.entities import EntityCatalogue
from knowledge.retrieval.index import Index
from knowledge.retrieval.lazy_index import LazyIndex, ParsedFactCache

ReadProgress = Callable[[int, int], None]
"""Called with how many facts are read and how many there are."""
LARGE = 20_000
"""From so many facts on only their keys are read at start, and each is parsed when it is first found."""
E = TypeVar("E", Fact, Person)


class IndexedBase:
    """A base with its lexicon, index, catalogue and option labels. Immutable, so safe to share."""

    def __init__(self, base: FactBase, progress: ReadProgress | None = None, large: int = LARGE) -> None:
        self.base = base
        self.lexicon = Lexicon(base.terms)
        self._numbers = {fact.id: number for number, fact in enumerate(base.facts)}
        self._labels = OptionLabels(enumerate(base.facts))
        self._large, self._is_large = large, len(base.facts) >= large
        cache = ParsedFactCache(self._parse)
        if self._is_large:
            keys = LazyIndex(base, self.lexicon)
            _for_each(base.facts, keys.add, progress)
            self.catalogue = EntityCatalogue.of(base, self.lexicon, keys.word_forms())
            self.index = Index.of_unparsed(keys, self.catalogue.subject_keys, cache)
        else:
            examples: dict[str, Example] = {}
            self.catalogue, self.index = EntityCatalogue.of(base, self.lexicon), Index(cache=cache)
            _for_each(base.facts, lambda fact: self.index.add(self._parse(fact, examples)), progress)
        self.index.side_keys = self.catalogue.name_keys["side"]

    def edited(self, base: FactBase) -> IndexedBase:
        """The indexed form of another state of the base, equal to one built from it.

        Only facts that changed, or that refer to what changed, are parsed. All are where a synonym or
        an abbreviation changed, since any word may then have other keys, and all of a large base where
        its subject changed.
        """
        changes = diff_bases(self.base, base)
        removed = [change.before for change in changes if change.before is not None]
        added = [change.after for change in changes if change.after is not None]
        catalogue = self.catalogue.updated(removed, added, base, self.lexicon)
        has_other_subject = catalogue.subject_keys != self.catalogue.subject_keys
        if _has_other_words(self.base, base) or (self._is_large and has_other_subject):
            return IndexedBase(base, large=self._large)
        other = copy(self)
        other.base, other.catalogue = base, catalogue
        other._numbers = _assign_numbers(base, self._numbers, self.index.next_number)
        other._reindex(self, self._stale((*removed, *added), base, other._numbers))
        return other

    def _stale(
        self, changed: Collection[Entity], base: FactBase, numbers: Mapping[FactId, int]
    ) -> set[FactId]:
        """Facts to be removed, parsed again or given another number."""
        named = {key for person in _of_type(Person, changed) for key in name_keys(person, self.lexicon)}
        stale = {fact.id for fact in _of_type(Fact, changed)}
        stale |= {fact.id for fact in _referring_facts(changed, self.base, base)}
        # A statement may name a person to whom the fact does not refer by id.
        stale |= {self.index.fact(number).id for number in self.index.with_any(named)}
        return stale | {fact for fact, number in self._numbers.items() if numbers.get(fact) != number}

    def _reindex(self, old: IndexedBase, stale: set[FactId]) -> None:
        """Turn the index and the labels of the old base into those of this one."""
        removed = [(old._numbers[fact], old.base.fact_by_id[fact]) for fact in stale if fact in old._numbers]
        added = [(self._numbers[fact], self.base.fact_by_id[fact]) for fact in stale if fact in self._numbers]
        self._labels, relabelled = old._labels.updated(removed, added)
        self.index = old.index.copy(ParsedFactCache(self._parse))
        self.index.side_keys = self.catalogue.name_keys["side"]
        before = {number: old.index[number] for number, _ in removed}
        examples = {example.text: example for fact in before.values() for example in fact.examples}
        numbers = {number for number, _ in added}
        for number in before.keys() - numbers:
            self.index.remove(number, before[number])
        for number, fact in added:
            parsed = self._parse(fact, examples)
            # One and the same object tells that nothing that is asked of the fact has changed.
            if (was := before.get(number)) != parsed:
                self.index.put(number, parsed, was)
        for number in relabelled - numbers - before.keys():
            self._relabel(number)
        if self.catalogue.subject_keys != old.catalogue.subject_keys:
            for number in set(self._numbers.values()) - numbers:
                parsed = self.index[number]
                self.index.put(number, replace(parsed, subject_keys=self.catalogue.subject_keys), parsed)

    def _parse(self, fact: Fact, examples: dict[str, Example] | None = None) -> ParsedFact:
        cache = {} if examples is None else examples
        parsed = parse_fact(fact, self.base, self.lexicon, cache, self.catalogue.subject_keys)
        parsed.label = self._labels.of(fact)
        return parsed

    def _relabel(self, number: int) -> None:
        old = self.index[number]
        label = self._labels.of(old.fact)
        if label != old.label:
            parsed = copy(old)
            parsed.label = label
            self.index.put(number, parsed, old)


def name_keys(person: Person, lexicon: Lexicon) -> set[str]:
    """Keys of the lemmas of a person's names."""
    return {
        key
        for term in lexicon.read(" ".join((person.name, *person.names)))
        for key, level in term.keys
        if level is Level.LEMMA
    }


def _for_each(facts: Sequence[Fact], read: Callable[[Fact], object], progress: ReadProgress | None) -> None:
    for number, fact in enumerate(facts, 1):
        read(fact)
        if progress is not None:
            progress(number, len(facts))


def _of_type(entity_type: type[E], entities: Iterable[Entity]) -> list[E]:
    return [entity for entity in entities if isinstance(entity, entity_type)]


def _has_other_words(before: FactBase, after: FactBase) -> bool:
    """Whether synonyms or abbreviations changed."""
    old, new = before.terms, after.terms
    return (old.synonyms, old.short) != (new.synonyms, new.short)


def _referring_facts(changed: Collection[Entity], before: FactBase, after: FactBase) -> Iterator[Fact]:
    """Facts of `after` that refer to a person, an event or a topic that changed."""
    if before.source.published != after.source.published:
        # Whether a statement is about the past depends on that day.
        yield from after.facts
        return
    people = {entity.id for entity in changed if isinstance(entity, Person)}
    events = {entity.id for entity in changed if isinstance(entity, Event)}
    events |= {event.id for event in after.events if any(part.person in people for part in event.people)}
    sources = {entity.id for entity in changed if isinstance(entity, FurtherSource)}
    old, new = before.terms.topics, after.terms.topics
    topics = {topic for topic in {**old, **new} if old.get(topic) != new.get(topic)}
    if not (people or events or topics or sources):
        return
    for fact in after.facts:
        named = fact.said_by in people or any(part.person in people for part in fact.people)
        if named or fact.topic in topics or fact.source in sources or not events.isdisjoint(fact.about):
            yield fact


def _assign_numbers(base: FactBase, known: Mapping[FactId, int], free: int) -> dict[FactId, int]:
    """Numbers ascending in the order of the facts, known ones where that is so; new ones from `free` on."""
    numbers: dict[FactId, int] = {}
    last = -1
    for fact in base.facts:
        number = known.get(fact.id, -1)
        if number <= last:
            number, free = free, free + 1
        numbers[fact.id] = last = number
    return numbers
