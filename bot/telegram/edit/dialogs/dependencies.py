"""What the dialogs need besides the base: history, usage counts of facts, the editors' time zone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.records.fact_usage import FactUsage
from bot.records.history import Revision
from knowledge.facts.model import FactId
from knowledge.facts.serialization import Key


class EntityHistory(Protocol):
    async def of(self, key: Key) -> Sequence[Revision]:
        """Every revision that changed this entity, the newest first."""
        ...


class FactUsageStore(Protocol):
    async def of(self, fact_id: FactId) -> FactUsage: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class DialogDependencies:
    """`zone` decides which day a typed «завтра» means."""

    history: EntityHistory
    usage: FactUsageStore
    zone: ZoneInfo

    def today(self, now: datetime) -> date:
        return now.astimezone(self.zone).date()
