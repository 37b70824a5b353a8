"""Who may edit, and the unit of every edit: a proposal, kept until it is published or dropped."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from knowledge.facts.edits import Change


class Role(StrEnum):
    """What a person may do, the most first."""

    OWNER = "owner"
    EDITOR = "editor"
    REVIEWER = "reviewer"
    """Sees the inbox and the statistics, changes nothing."""

    @property
    def rank(self) -> int:
        return {Role.OWNER: 3, Role.EDITOR: 2, Role.REVIEWER: 1}[self]

    def covers(self, other: Role) -> bool:
        """Whether whoever has this role may do what `other` may."""
        return self.rank >= other.rank


@dataclass(frozen=True, slots=True, kw_only=True)
class Editor:
    """A person with a role. `name` is what history shows."""

    user_id: int
    name: str
    role: Role

    @property
    def may_publish(self) -> bool:
        return self.role.covers(Role.EDITOR)


class ProposalOrigin(StrEnum):
    """Where a proposal came from; it becomes the revision's origin."""

    CHAT = "chat"
    UNDO = "undo"
    IMPORT = "import"
    INBOX = "inbox"
    SETTLE = "settle"


class ProposalState(StrEnum):
    DRAFT = "draft"
    AWAITING = "awaiting-approval"
    PUBLISHED = "published"
    DROPPED = "dropped"

    @property
    def is_open(self) -> bool:
        return self in (ProposalState.DRAFT, ProposalState.AWAITING)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedReply:
    """One reply that would change; both sides as plain text, cut short."""

    question: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GateSummary:
    """What the gate found when the proposal was last examined, on top of `revision`."""

    revision: int
    asked: int
    """Questions that the base has or readers asked."""
    shifts: tuple[ChangedReply, ...]
    """Replies that would change; at most a thousand are kept, `shifted` counts all."""
    shifted: int
    lost: tuple[str, ...]
    """Questions that found their own fact and would no longer."""
    near: tuple[ChangedReply, ...]
    """Near misses that would now be answered."""
    missed_share: float
    """Of the base's own questions after the change, as `spravka check` counts."""
    fails: bool
    """The base after the change would fail its own check."""
    followers: int
    """Chats that a publication would notify."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewProposal:
    """`reference` names what the origin is about: the revision undone, the waiting version's
    number, the inbox's group; empty where there is none.
    """

    changes: tuple[Change, ...]
    author_id: int
    author: str
    origin: ProposalOrigin
    why: str = ""
    reference: str = ""
    base_revision: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """`changes` carry what the author saw before, so that a conflict is detected."""

    id: int
    changes: tuple[Change, ...]
    author_id: int
    author: str
    origin: ProposalOrigin
    why: str
    reference: str
    base_revision: int
    state: ProposalState
    at: datetime
    summary: GateSummary | None = field(default=None)
    revision: int | None = field(default=None)
    """The revision that it became."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleGrant:
    """A role that an owner gave."""

    user_id: int
    name: str
    role: Role
    given_by: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """A line of the audit log. `action` is give, take, publish, submit or drop."""

    at: datetime
    user_id: int
    name: str
    action: str
    subject: str
    """The user whose role changed, or the revision or proposal."""
    detail: str = ""


class ClosedProposalError(Exception):
    """It was published or dropped before."""


class BaseMovedError(Exception):
    """The base has another revision than the one that the proposal was examined on."""
