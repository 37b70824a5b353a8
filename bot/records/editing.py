"""Editors and their roles, proposals (the unit of every edit) and the audit log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.records.gate import GateSummary
from knowledge.facts.edits import Change

BASE_DRAFTS = "base-drafts"
"""The reference of the proposal that holds the base's own drafts."""
TERMINAL_ID = 0
"""The user id of an editor at the terminal, who has no chat."""


class Role(StrEnum):
    """What a person may do; the most powerful first."""

    OWNER = "owner"
    EDITOR = "editor"
    REVIEWER = "reviewer"
    """Reads the inbox and the statistics; changes nothing."""

    @property
    def rank(self) -> int:
        return {Role.OWNER: 3, Role.EDITOR: 2, Role.REVIEWER: 1}[self]

    def covers(self, other: Role) -> bool:
        """Whether this role may do everything that `other` may."""
        return self.rank >= other.rank


@dataclass(frozen=True, slots=True, kw_only=True)
class Editor:
    """A person with a role. `name` is shown in the history."""

    user_id: int
    name: str
    role: Role

    @property
    def may_publish(self) -> bool:
        return self.role.covers(Role.EDITOR)


class ProposalOrigin(StrEnum):
    """Where a proposal comes from; stored as the revision's origin."""

    CHAT = "chat"
    UNDO = "undo"
    IMPORT = "import"
    INBOX = "inbox"
    SETTLE = "settle"
    ARTICLE = "article"
    """A draft from an article: its facts are accepted one by one and leave it as other proposals."""


class ProposalState(StrEnum):
    DRAFT = "draft"
    AWAITING = "awaiting-approval"
    PUBLISHED = "published"
    DROPPED = "dropped"

    @property
    def is_open(self) -> bool:
        return self in (ProposalState.DRAFT, ProposalState.AWAITING)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewProposal:
    """`reference` depends on the origin: the revision undone, the number of the waiting
    version, the inbox group; empty where there is none.
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
    """`changes` hold what the author saw before the edit, so that a conflict is detected."""

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
    """The revision that published it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleGrant:
    """A role given by an owner."""

    user_id: int
    name: str
    role: Role
    given_by: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """A row of the audit log. `action` is give, take, publish, submit, back or drop."""

    at: datetime
    user_id: int
    name: str
    action: str
    subject: str
    """The user whose role changed, the revision or the proposal."""
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnfinishedForm:
    """A form that was left for another command; `body` is the dialog's data."""

    id: int
    body: Mapping[str, Any]
    at: datetime


class ClosedProposalError(Exception):
    """The proposal was already published or dropped."""


class AmendedProposalError(Exception):
    """The proposal has other changes than those that were to be published."""


class BaseMovedError(Exception):
    """The base has another revision than the one on which the proposal was examined."""
