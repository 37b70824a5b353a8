"""The fact base at one revision, as the storage loads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import FactBase, FactId
from knowledge.facts.serialization import EntityKind, Key


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedBase:
    """`changed`: the day of the last edit of each fact, or of its event, since the source was published.

    `edited`: the same of each entity by itself.
    """

    base: FactBase
    revision: int
    changed: Mapping[FactId, EdtfDate]
    edited: Mapping[Key, EdtfDate] = field(default_factory=lambda: MappingProxyType({}))


def days_of_edits(base: FactBase, edited: Mapping[Key, EdtfDate]) -> dict[FactId, EdtfDate]:
    """The day of the last edit of each fact or of the event whose date and place it has."""
    found = {FactId(key.id): day for key, day in edited.items() if key.kind is EntityKind.FACT}
    for fact in base.facts:
        event = Key(EntityKind.EVENT, fact.about[0]) if fact.about and fact.said_by is None else None
        day = edited.get(event) if event is not None else None
        if day is not None:
            found[fact.id] = max(day, found.get(fact.id, day), key=lambda one: one.last_day)
    return found
