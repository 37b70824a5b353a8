"""What came of an attempt to propose or to publish."""

from __future__ import annotations

from dataclasses import dataclass

from bot.records.editing import Proposal
from knowledge.facts.pack.problems import Problem
from knowledge.facts.serialization import Entity, Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A rule of the pack that the changed base breaks, and the entity that breaks it."""

    entity: str | None
    problem: Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """Kept; the gate screen shows it."""

    proposal: Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """The changed base would break the pack's rules: every fault."""

    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """Nothing would change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Somebody changed this since the proposal was made. `number` is the change's place in it."""

    number: int
    key: Key
    seen: Entity | None
    """As the author found it."""
    theirs: Entity | None
    """As it stands now."""
    mine: Entity | None
    """As the author would have it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    proposal: Proposal
    revision: int
    followers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Nothing is published until the author chose, for each."""

    proposal: Proposal
    clashes: tuple[Clash, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """The base got another revision since the gate: it must be looked at again."""

    proposal: Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsOwner:
    """The base would fail its own check: an owner may publish it all the same."""

    proposal: Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsReason:
    """The base would fail its own check: an owner must say why it is published."""

    proposal: Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsApproval:
    """Somebody else must approve."""

    proposal: Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """Published or dropped before; None where there never was one."""

    proposal: Proposal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted:
    proposal: Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    proposal: Proposal


Outcome = Published | Conflict | Moved | NeedsOwner | NeedsReason | NeedsApproval | Refused | Closed
