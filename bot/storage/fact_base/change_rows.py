"""A change of an entity as JSON columns, and back."""

from __future__ import annotations

from typing import Any

from knowledge.facts.edits import Change
from knowledge.facts.serialization import Entity, EntityKind, Key, Row, from_row, to_row


def change_to_row(change: Change) -> dict[str, Any]:
    """The columns kind, id, before and after."""
    before = None if change.before is None else to_row(change.before)
    after = None if change.after is None else to_row(change.after)
    return {"kind": change.key.kind.value, "id": change.key.id, "before": before, "after": after}


def change_from_row(row: Row) -> Change:
    """The inverse of `change_to_row`."""
    key = Key(EntityKind(row["kind"]), row["id"])
    return Change(
        key=key, before=entity_from_row(key, row["before"]), after=entity_from_row(key, row["after"])
    )


def entity_from_row(key: Key, row: Row | None) -> Entity | None:
    return None if row is None else from_row(key.kind, row)
