"""Whom a digest is of: people and sides that a question names, and the facts of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from knowledge.facts.model import Fact, FactBase, Person
from knowledge.language.lexicon import Lexicon, Term
from knowledge.language.synonyms import Level
from knowledge.language.word_class import WordClass
from knowledge.results import DigestLead
from knowledge.retrieval.named_subjects import NamedSubjects

_SEVERAL = 2


class HasSubjects(Protocol):
    """What knows the people and sides that words may name."""

    @property
    def subjects(self) -> NamedSubjects: ...


class HasTopics(Protocol):
    """What has a base and reads the titles of its topics."""

    @property
    def base(self) -> FactBase: ...

    @property
    def lexicon(self) -> Lexicon: ...


def lead_of_person(person: Person) -> DigestLead:
    side = None if person.side is None or (person.post and person.side in person.post) else person.side
    return DigestLead(title=person.name, about=", ".join(part for part in (person.post, side) if part))


def facts_of_person(person: Person, base: FactBase) -> list[Fact]:
    said = [fact for fact in base.facts if fact.said_by == person.id]
    parts = [fact for fact in base.facts if any(part.person == person.id for part in fact.people)]
    return [*dict.fromkeys((*parts, *said))]


def facts_of_side(side: str, base: FactBase) -> list[Fact]:
    people = {person.id for person in base.people if person.side == side}
    said = [fact for fact in base.facts if fact.said_by == side or fact.said_by in people]
    parts = [fact for fact in base.facts if any(part.person in people for part in fact.people)]
    return [*dict.fromkeys((*said, *parts))]


def sides_named(terms: Sequence[Term], access: HasSubjects) -> list[str]:
    """The sides of the base that words name, in the order of the words."""
    found: list[str] = []
    for term in terms:
        sure = [key for key, level in term.keys if level >= Level.SYNONYM]
        for side, keys in access.subjects.sides:
            if side not in found and not keys.isdisjoint(sure):
                found.append(side)
    return found


def people_named(terms: Sequence[Term], access: HasSubjects) -> list[Person]:
    """The people of the base whom words name."""
    lemmas = {key for term in terms for key, level in term.keys if level is Level.LEMMA}
    return [person for person, keys in access.subjects.people if not keys.isdisjoint(lemmas)]


def topic_named(terms: Sequence[Term], access: HasTopics) -> str | None:
    """The topic of several facts whose title has every word of `terms`, and no other word of content."""
    for topic, title in access.base.terms.topics.items():
        said = [term for term in access.lexicon.read(title) if term.word_class is WordClass.CONTENT]
        is_named = all(any(_same(term, one) for one in said) for term in terms)
        if said and is_named and all(any(_same(one, term) for term in terms) for one in said):
            return topic if sum(fact.topic == topic for fact in access.base.facts) >= _SEVERAL else None
    return None


def _same(term: Term, other: Term) -> bool:
    keys = {key for key, level in other.keys if level >= Level.SYNONYM}
    return any(key in keys for key, level in term.keys if level >= Level.SYNONYM)
