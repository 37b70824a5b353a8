"""Three-way merge of one entity, field by field: two edits of different fields do not clash."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from knowledge.facts.serialization import Entity, Row, from_row, key_of, to_row


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldMerge:
    """`merged` has both edits, and of the fields in `clashes` theirs. It is None if the entity is gone."""

    merged: Entity | None
    clashes: tuple[str, ...] = ()
    whole: bool = False
    """One side has removed or added what the other one has changed: there are no fields to choose from."""


def merge_entity(*, before: Entity | None, theirs: Entity | None, mine: Entity | None) -> FieldMerge:
    """Both edits of `before`. Lists and tables are merged by item: what one side adds or removes is so."""
    if theirs in (before, mine):
        return FieldMerge(merged=mine)
    if mine == before:
        return FieldMerge(merged=theirs)
    if before is None or theirs is None or mine is None:
        return FieldMerge(merged=theirs, whole=True)
    rows = to_row(before), to_row(theirs), to_row(mine)
    row, clashes = dict(rows[1]), []
    for name in dict.fromkeys(name for one in rows for name in one):
        old, their, my = (one.get(name) for one in rows)
        value, clash = _merge_value(old, their, my)
        row = _with(row, name, value)
        clashes += [name] if clash else []
    return FieldMerge(merged=from_row(key_of(theirs).kind, row), clashes=tuple(clashes))


def with_field(entity: Entity, name: str, other: Entity) -> Entity:
    """The entity with one field as `other` has it."""
    return from_row(key_of(entity).kind, _with(to_row(entity), name, to_row(other).get(name)))


def _with(row: Row, name: str, value: Any) -> dict[str, Any]:
    rest = {key: kept for key, kept in row.items() if key != name}
    return rest if value is None else {**rest, name: value}


def _merge_value(old: Any, their: Any, my: Any) -> tuple[Any, bool]:
    """The merged value, and whether the two edits clash."""
    if their in (old, my):
        return my, False
    if my == old:
        return their, False
    if all(isinstance(one, list) for one in (old or [], their or [], my or [])):
        return _merge_lists(old or [], their or [], my or []) or None, False
    if all(isinstance(one, Mapping) for one in (old or {}, their or {}, my or {})):
        return _merge_tables(old or {}, their or {}, my or {})
    return their, True


def _merge_lists(old: list[Any], their: list[Any], my: list[Any]) -> list[Any]:
    kept = [one for one in their if one in my or one not in old]
    return kept + [one for one in my if one not in old and one not in kept]


def _merge_tables(
    old: Mapping[str, Any], their: Mapping[str, Any], my: Mapping[str, Any]
) -> tuple[dict[str, Any] | None, bool]:
    merged, clash = dict[str, Any](), False
    for key in dict.fromkeys([*their, *my]):
        value, clashes = _merge_value(old.get(key), their.get(key), my.get(key))
        clash = clash or clashes
        if value is not None:
            merged[key] = value
    return merged or None, clash
