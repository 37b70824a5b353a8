"""Facts and events that are soon no longer vouched for: editors are told a week before, once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import Event, Fact, FactBase

WITHIN = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expiry:
    """`until` is the last day on which the entity is vouched for."""

    entity: Fact | Event
    until: EdtfDate

    @property
    def key(self) -> str:
        """Another `until` of the same entity is told anew."""
        kind = "fact" if isinstance(self.entity, Fact) else "event"
        return f"{kind}:{self.entity.id}:{self.until}"


class ToldExpiries(Protocol):
    async def told(self) -> Collection[str]: ...

    async def mark(self, keys: Sequence[str], at: datetime) -> None: ...


def expiring(base: FactBase, today: date, told: Collection[str]) -> list[Expiry]:
    """What ends within a week, or has ended, and nobody was told of, the earliest first."""
    entities: tuple[Fact | Event, ...] = (*base.events, *base.facts)
    dated = (Expiry(entity=one, until=one.until) for one in entities if one.until is not None)
    found = [one for one in dated if one.until.last_day - today <= WITHIN and one.key not in told]
    return sorted(found, key=lambda one: one.until.last_day)
