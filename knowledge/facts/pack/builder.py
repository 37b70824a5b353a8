"""Validated rows -> the frozen values of the model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from knowledge.facts.model import (
    Basis,
    Event,
    EventId,
    Fact,
    FactBase,
    FactId,
    Participation,
    Person,
    PersonId,
    Source,
    Terms,
)
from knowledge.facts.pack.schema import EventRow, FactRow, PartRow, PersonRow, SourceRow, TermsRow


def build(
    source: SourceRow,
    people: Sequence[PersonRow],
    events: Sequence[EventRow],
    facts: Sequence[FactRow],
    terms: TermsRow,
) -> FactBase:
    """The base that the rows describe; their references have been checked."""
    return FactBase(
        source=_source(source),
        people=tuple(_person(row) for row in people),
        events=tuple(_event(row) for row in events),
        facts=tuple(_fact(row) for row in facts),
        terms=_terms(terms),
    )


def _source(row: SourceRow) -> Source:
    return Source(**{**_present(row), "examples": tuple(row["examples"])})


def _person(row: PersonRow) -> Person:
    return Person(**{**_present(row), "names": tuple(row.get("names") or ())})


def _event(row: EventRow) -> Event:
    return Event(**{**_present(row), "people": _parts(row.get("people"))})


def _fact(row: FactRow) -> Fact:
    return Fact(
        id=FactId(row["id"]),
        says=row["says"],
        topic=row["topic"],
        questions=tuple(row["questions"]),
        about=tuple(EventId(event) for event in row.get("about") or ()),
        people=_parts(row.get("people")),
        said_by=row.get("said_by"),
        when=row.get("when"),
        where=row.get("where"),
        paragraph=row.get("paragraph"),
        basis=row.get("basis") or Basis.STATED,
        because=row.get("because"),
    )


def _terms(row: TermsRow) -> Terms:
    return Terms(
        synonyms=tuple(tuple(group) for group in row.get("synonyms") or ()),
        short=_present(row.get("short") or {}),
        topics=_present(row.get("topics") or {}),
    )


def _parts(rows: Sequence[PartRow] | None) -> tuple[Participation, ...]:
    return tuple(Participation(person=PersonId(row["id"]), role=row.get("role") or "") for row in rows or ())


def _present(row: Mapping[str, Any]) -> dict[str, Any]:
    """The row without its nulls: a null key is an absent one."""
    return {key: value for key, value in row.items() if value is not None}
