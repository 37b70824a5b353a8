"""Published revisions, and versions of the files that wait for a decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from knowledge.facts.edits import Change
from knowledge.facts.model import Event, Fact
from knowledge.facts.serialization import Entity, Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One publication. `why` is empty where the program published (seeding, a merge)."""

    number: int
    parent: int | None
    at: datetime
    author: str
    why: str
    origin: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """A published change of what the base had before."""

    change: Change
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Superseded:
    """A statement that the base has corrected, and what it says now."""

    says: str
    now: Fact | Event


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingVersion:
    """The files' version of an entity that the import did not apply: the database has its own edit.

    `ours` is the database's version, `theirs` the files'; None: the entity is not there.
    """

    number: int
    key: Key
    ours: Entity | None
    theirs: Entity | None
    at: datetime
    notified: bool
    """Owners were told of it."""
