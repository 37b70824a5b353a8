"""The first line that says how many people: counted over those whom a fact names."""

from __future__ import annotations

from knowledge.facts.model import Fact, FactBase, Person
from knowledge.language.synonyms import Level
from knowledge.language.values import ValueKind
from knowledge.results import Lead, Participant, ValueLead
from knowledge.retrieval.query_terms import QueryTerms
from knowledge.scoring.slot_compatibility import ANYBODY
from knowledge.scoring.statement_values import asked_kinds


def count_people(fact: Fact, query: QueryTerms, base: FactBase) -> Lead | None:
    """«Сколько председателей» of a fact that names them."""
    counted = query.question.counted_place
    if counted is None or ValueKind.COUNT not in asked_kinds(query):
        return None
    term = query.question.terms[counted]
    if not (term.morphology.animate or ANYBODY.intersection(term.morphology.lemmas)):
        return None
    people = [base.person_by_id[part.person] for part in fact.people if part.person in base.person_by_id]
    if len(people) < 2:
        return None
    asked = {key for word in query.terms for key, level in word.term.keys if level is Level.LEMMA}
    if not people or any(is_named(person, asked) for person in people):
        return None
    return ValueLead(held=tuple(Participant(person=person) for person in people), computed=True)


def is_named(person: Person, keys: set[str]) -> bool:
    return any(part.lower().replace("ё", "е") in keys for part in person.name.split())
