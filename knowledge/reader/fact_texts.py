"""The texts of a fact that the reader compares a question with."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.facts.model import Fact, FactBase

_PEOPLE = 3


def statement_text(fact: Fact, base: FactBase) -> str:
    """The statement with the date, the place and the people that it may leave to the fact's fields."""
    added = "; ".join(dict.fromkeys(_fields(fact, base)))
    return f"{fact.says} ({added})" if added else fact.says


def _fields(fact: Fact, base: FactBase) -> Iterator[str]:
    event = next((base.event_by_id[one] for one in fact.about if one in base.event_by_id), None)
    when = fact.when or (event.when if event else None)
    where = fact.where or (event.where if event else None)
    if when is not None:
        yield str(when)
    if where is not None:
        yield where
    people = (base.person_by_id.get(part.person) for part in fact.people[:_PEOPLE])
    yield from (person.name for person in people if person is not None)
