"""Fills the slots of an answer: the part of a fact that is asked for (its place, its date, its people)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from knowledge.facts.model import Event, Fact, FactBase, Participation, PersonId
from knowledge.results import Participant, Shown, ShownValue, Slot
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.searcher import ScoredFact

T = TypeVar("T")


def fill_slots(found: ScoredFact, query: QueryTerms, base: FactBase) -> Iterator[Shown]:
    """The fact once for each slot asked for that it fills, at least once."""
    slots = query.question.slots or (Slot.STATEMENT,)
    shown = [Shown(fact=found.fact, slot=slot, value=_value(slot, found, query, base)) for slot in slots]
    with_value = [one for one in shown if one.value is not None]
    yield from with_value or [Shown(fact=found.fact, slot=slots[0])]


def _value(slot: Slot, found: ScoredFact, query: QueryTerms, base: FactBase) -> ShownValue:
    fact, parsed = found.fact, found.parsed
    # A field alone may be about something else than the question.
    is_stated = slot in parsed.statement_slots or slot in parsed.example_slots
    match slot:
        case Slot.PLACE:
            return (
                _first([fact.where, *(event.where for event in _events(fact, base))]) if is_stated else None
            )
        case Slot.DATE:
            return _first([fact.when, *(event.when for event in _events(fact, base))]) if is_stated else None
        case Slot.PERSON:
            return _people(fact.people, query, base) if is_stated else None
        case Slot.SPEAKER:
            return _speaker(fact, base)
        case Slot.POST | Slot.SIDE:
            return _named(fact.people, query, base)
    return None


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value is not None), None)


def _events(fact: Fact, base: FactBase) -> list[Event]:
    return [base.event_by_id[event] for event in fact.about if event in base.event_by_id]


def _people(parts: Iterable[Participation], query: QueryTerms, base: FactBase) -> ShownValue:
    """The people of the fact whom the question does not name."""
    people = list(_participants(parts, base))
    asked = _named_in(query, base)
    others = tuple(one for one in people if one.person.id not in asked)
    return others or None


def _named(parts: Iterable[Participation], query: QueryTerms, base: FactBase) -> ShownValue:
    """The people of the fact whom the question names; all of them where it names none."""
    people = tuple(_participants(parts, base))
    asked = _named_in(query, base)
    return tuple(one for one in people if one.person.id in asked) or people or None


def _speaker(fact: Fact, base: FactBase) -> ShownValue:
    if fact.said_by is None:
        return tuple(_participants((part for part in fact.people if part.role == "speaker"), base)) or None
    person = base.person_by_id.get(PersonId(fact.said_by))
    return (Participant(person=person, role="speaker"),) if person else fact.said_by


def _participants(parts: Iterable[Participation], base: FactBase) -> Iterator[Participant]:
    seen: set[PersonId] = set()
    for part in parts:
        person = base.person_by_id.get(part.person)
        if person is not None and person.id not in seen:
            seen.add(person.id)
            yield Participant(person=person, role=part.role)


def _named_in(query: QueryTerms, base: FactBase) -> set[PersonId]:
    """Ids of the people whose name has a word of the question."""
    lemmas = {lemma for one in query.terms for lemma in one.term.morphology.lemmas}
    lemmas |= {one.term.word for one in query.terms}
    return {
        person.id
        for person in base.people
        if any(name.lower().replace("ё", "е") in lemmas for name in person.name.split())
    }
