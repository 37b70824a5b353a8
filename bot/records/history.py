"""What was published, and what of the files waits for a decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from knowledge.facts.edits import Change
from knowledge.facts.serialization import Entity, Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One publication. `why` is empty where the program made it (seeding, a merge)."""

    number: int
    parent: int | None
    at: datetime
    author: str
    why: str
    origin: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingVersion:
    """The files' version of an entity that the database did not take."""

    number: int
    key: Key
    ours: Entity | None
    theirs: Entity | None
    at: datetime
    told: bool
