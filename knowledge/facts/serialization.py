"""One entity of a base as plain JSON values, with the pack's own keys, and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import (
    Basis,
    Event,
    EventId,
    Fact,
    FactId,
    Participation,
    Person,
    PersonId,
    Source,
    Terms,
)

Row = Mapping[str, Any]
"""JSON values; a key with its default is left out."""
Entity = Source | Person | Event | Fact | Terms


class EntityKind(StrEnum):
    SOURCE = "source"
    PERSON = "person"
    EVENT = "event"
    FACT = "fact"
    TERMS = "terms"


class Key(NamedTuple):
    """What an entity is found by. The terms are one entity, of the id `terms`."""

    kind: EntityKind
    id: str


TERMS = Key(EntityKind.TERMS, "terms")


def key_of(entity: Entity) -> Key:
    """The key of an entity of any kind."""
    match entity:
        case Source():
            return Key(EntityKind.SOURCE, entity.id)
        case Person():
            return Key(EntityKind.PERSON, entity.id)
        case Event():
            return Key(EntityKind.EVENT, entity.id)
        case Fact():
            return Key(EntityKind.FACT, entity.id)
        case Terms():
            return TERMS


def to_row(entity: Entity) -> dict[str, Any]:
    """JSON values that `from_row` turns into an equal entity."""
    names = [name for name in entity.__dataclass_fields__ if name != "basis"]
    row = {name: _plain(getattr(entity, name)) for name in names}
    if isinstance(entity, Fact) and entity.basis is not Basis.STATED:
        row["basis"] = entity.basis.value
    return {name: value for name, value in row.items() if value not in (None, [], {}, False)}


def from_row(kind: EntityKind, row: Row) -> Entity:
    """The reverse of `to_row`. Raises KeyError, TypeError or ValueError on a row of another form."""
    match kind:
        case EntityKind.SOURCE:
            published = EdtfDate.parse(row["published"])
            return Source(**{**row, "published": published, "examples": _texts(row, "examples")})
        case EntityKind.PERSON:
            return Person(**{**row, "id": PersonId(row["id"]), "names": _texts(row, "names")})
        case EntityKind.EVENT:
            return Event(**{**row, "id": EventId(row["id"]), "when": _when(row), "people": _parts(row)})
        case EntityKind.FACT:
            return _fact(row)
        case EntityKind.TERMS:
            groups = tuple(tuple(group) for group in row.get("synonyms", ()))
            return Terms(synonyms=groups, short=row.get("short", {}), topics=row.get("topics", {}))


def _fact(row: Row) -> Fact:
    values = {
        **row,
        "id": FactId(row["id"]),
        "questions": _texts(row, "questions"),
        "about": tuple(EventId(event) for event in row.get("about", ())),
        "people": _parts(row),
        "when": _when(row),
        "basis": Basis(row.get("basis", Basis.STATED)),
    }
    return Fact(**values)


def _plain(value: object) -> Any:
    if isinstance(value, EdtfDate):
        return str(value)
    if isinstance(value, Participation):
        return {"id": value.person, "role": value.role}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return dict(value) if isinstance(value, Mapping) else value


def _when(row: Row) -> EdtfDate | None:
    return EdtfDate.parse(row["when"]) if row.get("when") else None


def _texts(row: Row, name: str) -> tuple[str, ...]:
    texts: Sequence[str] = row.get(name, ())
    return tuple(texts)


def _parts(row: Row) -> tuple[Participation, ...]:
    return tuple(
        Participation(person=PersonId(part["id"]), role=part["role"]) for part in row.get("people", ())
    )
