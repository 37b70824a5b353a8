"""What differs between two bases, and which facts have to be read anew for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from knowledge.facts.model import Event, Fact, FactBase, FactId, Person, Source
from knowledge.facts.serialization import Entity, Key, key_of

E = TypeVar("E", Fact, Person)


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseDiff:
    """Entities that are no longer as they were, and as they are now."""

    gone: tuple[Entity, ...]
    come: tuple[Entity, ...]

    @property
    def retitles(self) -> bool:
        """Whether it may change the titles that say what the whole base is about."""
        return any(isinstance(entity, Source | Event) for entity in self.both)

    @property
    def both(self) -> tuple[Entity, ...]:
        return (*self.gone, *self.come)


def all_entities(base: FactBase) -> tuple[Entity, ...]:
    """All entities whose texts a base is made of."""
    return (base.source, *base.people, *base.events, *base.facts, base.terms)


def diff_bases(before: FactBase, after: FactBase) -> BaseDiff:
    """The order of the files aside."""
    old = {key_of(entity): entity for entity in all_entities(before)}
    new = {key_of(entity): entity for entity in all_entities(after)}
    return BaseDiff(gone=tuple(_others(old, new)), come=tuple(_others(new, old)))


def of_kind(kind: type[E], entities: Iterable[Entity]) -> list[E]:
    return [entity for entity in entities if isinstance(entity, kind)]


def _others(some: dict[Key, Entity], other: dict[Key, Entity]) -> Iterator[Entity]:
    return (entity for key, entity in some.items() if other.get(key) != entity)


def is_respelt(before: FactBase, after: FactBase) -> bool:
    """Whether any word may mean something else: synonyms or abbreviations changed."""
    old, new = before.terms, after.terms
    return (old.synonyms, old.short) != (new.synonyms, new.short)


def referring(change: BaseDiff, before: FactBase, after: FactBase) -> Iterator[Fact]:
    """Facts of `after` that refer to a person, an event or a topic that changed."""
    if before.source.published != after.source.published:
        # Whether a statement tells of the past is reckoned from that day.
        yield from after.facts
        return
    people = {entity.id for entity in change.both if isinstance(entity, Person)}
    events = {entity.id for entity in change.both if isinstance(entity, Event)}
    events |= {event.id for event in after.events if any(part.person in people for part in event.people)}
    old, new = before.terms.topics, after.terms.topics
    topics = {topic for topic in {**old, **new} if old.get(topic) != new.get(topic)}
    if not (people or events or topics):
        return
    for fact in after.facts:
        parts = any(part.person in people for part in fact.people)
        if parts or fact.said_by in people or fact.topic in topics or not events.isdisjoint(fact.about):
            yield fact


def assign_numbers(base: FactBase, known: Mapping[FactId, int], free: int) -> dict[FactId, int]:
    """Numbers of the facts, ascending as they stand in the base: known ones as far as that goes."""
    numbers: dict[FactId, int] = {}
    last = -1
    for fact in base.facts:
        number = known.get(fact.id, -1)
        if number <= last:
            number, free = free, free + 1
        numbers[fact.id] = last = number
    return numbers
