"""One entity of a base as plain JSON values, with the pack's own keys, and back.

A field's JSON form follows from its type in the model: a new field needs a line here only if its type is new.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import (
    Basis,
    Event,
    EventId,
    Fact,
    FurtherSource,
    Participation,
    Person,
    PersonId,
    Source,
    Terms,
)

Row = Mapping[str, Any]
"""JSON values by field name; an empty value and a field's default are left out."""
Entity = Source | FurtherSource | Person | Event | Fact | Terms


class EntityKind(StrEnum):
    SOURCE = "source"
    FURTHER_SOURCE = "further-source"
    PERSON = "person"
    EVENT = "event"
    FACT = "fact"
    TERMS = "terms"


_TYPES: Mapping[EntityKind, type[Entity]] = {
    EntityKind.SOURCE: Source,
    EntityKind.FURTHER_SOURCE: FurtherSource,
    EntityKind.PERSON: Person,
    EntityKind.EVENT: Event,
    EntityKind.FACT: Fact,
    EntityKind.TERMS: Terms,
}
_KINDS = {entity_type: kind for kind, entity_type in _TYPES.items()}


class Key(NamedTuple):
    """What an entity is found by. The terms are one entity, of the id `terms`."""

    kind: EntityKind
    id: str


TERMS = Key(EntityKind.TERMS, "terms")


def key_of(entity: Entity) -> Key:
    """The key of an entity of any kind."""
    return TERMS if isinstance(entity, Terms) else Key(_KINDS[type(entity)], entity.id)


def to_row(entity: Entity) -> dict[str, Any]:
    """JSON values that `from_row` turns into an equal entity."""
    row = {}
    for name, field in _FIELDS[type(entity)].items():
        value = getattr(entity, name)
        if (value or value == "") and value != field.default:
            row[name] = field.codec.encode(value)
    return row


def from_row(kind: EntityKind, row: Row) -> Entity:
    """The reverse of `to_row`; null is the same as absent, and dates may be parsed already.

    Raises KeyError, TypeError or ValueError on a row of another form.
    """
    known = _FIELDS[_TYPES[kind]]
    values: dict[str, Any] = {name: () for name, field in known.items() if field.is_required_list}
    values |= {name: known[name].codec.decode(value) for name, value in row.items() if value is not None}
    return _TYPES[kind](**values)


class _Codec(NamedTuple):
    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Field:
    codec: _Codec
    default: Any
    """MISSING where the field is required."""
    is_required_list: bool
    """An empty one is left out of the row, so that its absence means empty."""


def _fields(entity_type: type[Entity]) -> Mapping[str, _Field]:
    types = get_type_hints(entity_type)
    return {
        field.name: _Field(
            _CODECS.get(_without_none(types[field.name]), _PLAIN),
            field.default,
            field.default is MISSING and get_origin(types[field.name]) is tuple,
        )
        for field in fields(entity_type)
    }


def _without_none(field_type: Any) -> Any:
    """The type of an optional field's value; any other type as it is."""
    if not isinstance(field_type, UnionType):
        return field_type
    (value_type,) = (one for one in get_args(field_type) if one is not NoneType)
    return value_type


def _decode_date(value: str | EdtfDate) -> EdtfDate:
    return value if isinstance(value, EdtfDate) else EdtfDate.parse(value)


def _encode_people(people: Sequence[Participation]) -> list[dict[str, str]]:
    return [{"id": part.person, "role": part.role} for part in people]


def _decode_people(rows: Sequence[Row]) -> tuple[Participation, ...]:
    return tuple(Participation(person=PersonId(row["id"]), role=row.get("role") or "") for row in rows)


def _encode_groups(groups: Sequence[Sequence[str]]) -> list[list[str]]:
    return [list(group) for group in groups]


def _decode_groups(groups: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(group) for group in groups)


def _decode_texts_by_name(row: Row) -> dict[str, str]:
    return {name: text for name, text in row.items() if text is not None}


def _as_is(value: Any) -> Any:
    return value


_PLAIN = _Codec(_as_is, _as_is)
"""Texts, numbers and flags are JSON values themselves."""
_CODECS: Mapping[Any, _Codec] = {
    EdtfDate: _Codec(str, _decode_date),
    Basis: _Codec(str, Basis),
    tuple[str, ...]: _Codec(list, tuple),
    tuple[EventId, ...]: _Codec(list, tuple),
    tuple[Participation, ...]: _Codec(_encode_people, _decode_people),
    tuple[tuple[str, ...], ...]: _Codec(_encode_groups, _decode_groups),
    Mapping[str, str]: _Codec(dict, _decode_texts_by_name),
}
_FIELDS: Mapping[type, Mapping[str, _Field]] = {one: _fields(one) for one in _TYPES.values()}
