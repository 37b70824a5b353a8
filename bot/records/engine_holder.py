"""The answering engine in use. The bot swaps it whole for one of a newer base while it runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType

from knowledge.engine import Engine
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import FactBase, FactId
from knowledge.results import Refusal

_ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)
"""Whether a question asked alone is refused does not depend on the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedEngine:
    """The engine over one revision of the base. `changed`: see LoadedBase."""

    engine: Engine
    changed: Mapping[FactId, EdtfDate] = field(default_factory=lambda: MappingProxyType({}))
    revision: int = 0
    """Its number in the history; 0 for a base without a history."""

    @property
    def base(self) -> FactBase:
        return self.engine.base


class EngineHolder:
    """Read `current` once per turn: the next read may return a newer engine."""

    def __init__(self, loaded: LoadedEngine) -> None:
        self._current = loaded
        self._unanswered: tuple[LoadedEngine, frozenset[int]] | None = None

    @property
    def current(self) -> LoadedEngine:
        return self._current

    def swap(self, loaded: LoadedEngine) -> None:
        """Later turns use `loaded`; turns in progress finish with the engine they have read."""
        self._current = loaded

    def unanswered_examples(self) -> frozenset[int]:
        """Places of the pack's first questions that the base answers no more, as after a retirement."""
        current = self._current
        if self._unanswered is None or self._unanswered[0] is not current:
            asked = enumerate(current.base.source.examples)
            refused = frozenset(
                place
                for place, question in asked
                if isinstance(current.engine.reply_alone(question, _ANY_TIME).result, Refusal)
            )
            self._unanswered = current, refused
        return self._unanswered[1]
