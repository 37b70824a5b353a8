"""What a pack holds: source, people, events, facts and terms, as frozen values.

A new field of an entity is declared here and in `pack.schema`; rows and files follow from its type.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NewType

from knowledge.facts.chains import chain_of
from knowledge.facts.dates import EdtfDate

FactId = NewType("FactId", str)
EventId = NewType("EventId", str)
PersonId = NewType("PersonId", str)
DEFAULT_ZONE = "Europe/Moscow"


class Basis(StrEnum):
    """Whether the source states a fact or it was inferred."""

    STATED = "stated"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """A person's part in an event or a fact. `role` is free text; `chair`, `host`, `guest`, `speaker` and
    `member` mean the same in every pack."""

    person: PersonId
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the facts were taken from. `published` is the "as of" date of an unchanged fact."""

    id: str
    title: str
    about: str
    publisher: str
    published: EdtfDate
    because: str | None = None
    place: str | None = None
    url: str | None = None
    main: EventId | None = None
    """The event that the pack is about; None: the first of its chain."""
    zone: str = DEFAULT_ZONE
    """IANA name of the zone of the pack's clock times."""
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FurtherSource:
    """Where some facts were taken from that are not of the main source."""

    id: str
    title: str
    publisher: str | None = None
    published: EdtfDate | None = None
    url: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    id: PersonId
    name: str
    post: str | None = None
    side: str | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happens. `order` is its place (1, 2, …) in its chain of `follows`."""

    id: EventId
    title: str
    when: EdtfDate | None = None
    where: str | None = None
    follows: EventId | None = None
    order: int | None = None
    people: tuple[Participation, ...] = ()
    cancelled: bool = False
    until: EdtfDate | None = None
    """After it nobody vouches for the record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One vetted statement. `said_by` is a person's id or the name of a side; `source` the id of a source,
    None for the main one."""

    id: FactId
    says: str
    topic: str
    questions: tuple[str, ...]
    about: tuple[EventId, ...] = ()
    people: tuple[Participation, ...] = ()
    said_by: str | None = None
    when: EdtfDate | None = None
    where: str | None = None
    paragraph: int | None = None
    because: str | None = None
    """How it was inferred."""
    basis: Basis = Basis.STATED
    source: str | None = None
    draft: bool = False
    """Not accepted yet: kept in the files and the database, never shown and never searched."""
    until: EdtfDate | None = None
    """After it nobody vouches for the statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Groups of synonyms, abbreviations (short -> full) and titles of topics (id -> title)."""

    synonyms: tuple[tuple[str, ...], ...] = ()
    short: Mapping[str, str] = field(default_factory=dict)
    topics: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class FactBase:
    """A whole pack in memory. Lists keep the order of the files; `drafts` are facts not accepted yet.

    Drafts given among `facts` are moved to `drafts`, so that nothing that reads `facts` has to know of them.
    """

    source: Source
    sources: tuple[FurtherSource, ...] = ()
    people: tuple[Person, ...] = ()
    events: tuple[Event, ...] = ()
    facts: tuple[Fact, ...] = ()
    drafts: tuple[Fact, ...] = ()
    terms: Terms = Terms()
    moved: Mapping[EventId, EdtfDate] = field(default_factory=dict, compare=False)
    """The date of each event that an edit moved, as it was before; the pack's files have none."""

    originals: Mapping[EventId, Event | None] = field(default_factory=dict, compare=False)
    """Events whose date or place edits changed, as they were before; None for one that an edit added."""

    def __post_init__(self) -> None:
        every = self.facts + self.drafts
        if self.drafts or any(fact.draft for fact in every):
            object.__setattr__(self, "facts", tuple(fact for fact in every if not fact.draft))
            object.__setattr__(self, "drafts", tuple(fact for fact in every if fact.draft))

    @property
    def every_fact(self) -> tuple[Fact, ...]:
        """The facts, then the drafts: all that facts.yaml holds."""
        return self.facts + self.drafts

    @cached_property
    def fact_by_id(self) -> Mapping[FactId, Fact]:
        return {fact.id: fact for fact in self.facts}

    @cached_property
    def event_by_id(self) -> Mapping[EventId, Event]:
        return {event.id: event for event in self.events}

    @cached_property
    def person_by_id(self) -> Mapping[PersonId, Person]:
        return {person.id: person for person in self.people}

    @cached_property
    def dates(self) -> frozenset[EdtfDate]:
        """All dates of facts, events and sources."""
        dated: tuple[Fact | Event, ...] = (*self.facts, *self.events)
        published = (self.source.published, *(source.published for source in self.sources))
        return frozenset(when for when in (*(one.when for one in dated), *published) if when is not None)

    @cached_property
    def _source_by_id(self) -> Mapping[str, FurtherSource]:
        return {source.id: source for source in self.sources}

    def source_of(self, fact: Fact) -> Source | FurtherSource:
        """The source that a fact names, else the main one."""
        return self._source_by_id.get(fact.source or "", self.source)

    def published(self, fact: Fact) -> EdtfDate:
        """The date of a fact's source; of the main one where its own has none."""
        return self.source_of(fact).published or self.source.published

    def followers(self, event_id: EventId) -> tuple[Event, ...]:
        """Events that follow `event_id` directly, in the order of the files."""
        return tuple(event for event in self.events if event.follows == event_id)

    def chain(self, event_id: EventId) -> tuple[Event, ...]:
        """All events of the chain that `event_id` belongs to, the first one first."""
        return chain_of(self.event_by_id[event_id], self.event_by_id, self.followers)
