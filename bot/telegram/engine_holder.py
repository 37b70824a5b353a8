"""The answering engine in use, which may be exchanged whole while the bot runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.replies.answers.rendering import NO_EDITS
from knowledge.engine import Engine
from knowledge.facts.dates import EdtfDate
from knowledge.facts.model import FactBase, FactId


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedEngine:
    """One state of the base: its engine, and the days of the facts changed since the source."""

    engine: Engine
    changed: Mapping[FactId, EdtfDate] = field(default_factory=lambda: NO_EDITS)
    revision: int = 0
    """Its number in the history; 0 where there is none."""

    @property
    def base(self) -> FactBase:
        return self.engine.base


class EngineHolder:
    """Holds the current edition. Take `current` once a turn: the next call may give another."""

    def __init__(self, edition: LoadedEngine) -> None:
        self._current = edition

    @property
    def current(self) -> LoadedEngine:
        return self._current

    def exchange(self, edition: LoadedEngine) -> None:
        """From now on turns use `edition`; those under way end with the one they took."""
        self._current = edition
