"""Results of proposing, publishing, submitting and dropping an edit."""

from __future__ import annotations

from dataclasses import dataclass

from bot.records.editing import Proposal
from knowledge.facts.pack.problems import Problem
from knowledge.facts.serialization import Entity, Key


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFault:
    """A pack rule that the changed base breaks. `entity` is the id at fault, None for the whole file."""

    entity: str | None
    problem: Problem
    title: str = ""
    """Of the entity at fault, as editors know it."""
    named: str = ""
    """The same of what it refers to and the changed base lacks; of a circle, all titles in turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """Stored; the gate screen shows it."""

    proposal: Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """The changed base would break pack rules: every fault."""

    faults: tuple[PackFault, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """The changes would change nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeConflict:
    """An entity that another edit changed after the proposal was made. `number`: index of the change."""

    number: int
    key: Key
    before: Entity | None
    """When the author began to edit."""
    theirs: Entity | None
    """In the base now."""
    mine: Entity | None
    """With the author's change."""
    fields: tuple[str, ...] = ()
    """Fields that both have changed; none where one of them has removed the entity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    proposal: Proposal
    revision: int
    followers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EditConflict:
    """Not published: the author must choose a version for each conflict."""

    proposal: Proposal
    conflicts: tuple[ChangeConflict, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseMoved:
    """Not published: the base has a newer revision than the one examined, so the gate must run again."""

    proposal: Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended:
    """Not done: the screen that was pressed showed other changes, or another examination of them.

    `known` is False where the screen is of a version of the bot that did not say what it showed.
    """

    proposal: Proposal
    known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsOwner:
    """The base would fail its self-check: only an owner may publish this."""

    proposal: Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsReason:
    """The base would fail its self-check: the owner must give a reason."""

    proposal: Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsApproval:
    """Another editor must approve."""

    proposal: Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """Already published or dropped; None where the number is unknown."""

    proposal: Proposal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted:
    proposal: Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class SentBack:
    """A draft of its author again."""

    proposal: Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    proposal: Proposal


Outcome = (
    Published
    | EditConflict
    | BaseMoved
    | Amended
    | NeedsOwner
    | NeedsReason
    | NeedsApproval
    | Refused
    | Closed
)
