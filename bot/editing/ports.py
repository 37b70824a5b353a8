"""Protocols of what editing needs from storage."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.records.editing import AuditEntry, NewProposal, Proposal, RoleGrant
from bot.records.gate import GateSummary
from bot.records.history import Replaced, Revision
from bot.records.loaded_base import LoadedBase
from knowledge.facts.dates import EdtfDate
from knowledge.facts.edits import Change
from knowledge.facts.serialization import EntityKind, Key


class BaseStore(Protocol):
    """The live base in the database."""

    async def current_revision(self) -> int: ...

    async def load_base(self) -> LoadedBase: ...


class DatedBaseStore(BaseStore, Protocol):
    async def days_of_undone(self, undone: Sequence[Change]) -> Mapping[Key, EdtfDate | None]:
        """When what an undo would bring back was last edited; None for what the source says."""
        ...


class RevisionStore(Protocol):
    """What was published."""

    async def after(self, number: int) -> Sequence[Revision]:
        """The revisions later than `number`, the newest first."""
        ...


class ReplacedVersions(Protocol):
    async def replaced(self, kinds: Collection[EntityKind]) -> Sequence[Replaced]:
        """Every published change of what was there before and still was after it, the oldest first."""
        ...


class ProposalStore(Protocol):
    async def add(self, new: NewProposal) -> Proposal: ...

    async def get(self, number: int) -> Proposal | None: ...

    async def open(self, author_id: int | None = None) -> Sequence[Proposal]: ...

    async def amend(
        self, number: int, changes: Sequence[Change], base_revision: int, *, seen: str = ""
    ) -> bool:
        """This and the three below raise AmendedProposalError where the changes are not those of `seen`."""
        ...

    async def examined(self, proposal: Proposal, summary: GateSummary) -> bool: ...

    async def explain(self, number: int, why: str) -> bool: ...

    async def submit(self, number: int, entry: AuditEntry, *, seen: str = "") -> bool: ...

    async def send_back(self, number: int, entry: AuditEntry, *, seen: str = "") -> bool: ...

    async def drop(self, number: int, entry: AuditEntry, *, seen: str = "") -> bool: ...

    async def publish(self, proposal: Proposal, on: int, why: str, entry: AuditEntry) -> int:
        """Raises ClosedProposalError, AmendedProposalError, BaseMovedError or EditConflictError."""
        ...


class RoleStore(Protocol):
    async def of(self, user_id: int) -> RoleGrant | None: ...

    async def all(self) -> Sequence[RoleGrant]: ...

    async def give(self, grant: RoleGrant, entry: AuditEntry) -> None: ...

    async def rename(self, user_id: int, name: str) -> None: ...

    async def take(self, user_id: int, entry: AuditEntry) -> bool: ...

    async def audit_log(self, limit: int) -> Sequence[AuditEntry]: ...


class FollowerCounter(Protocol):
    async def audience(self, changes: Sequence[Change], now: datetime, author: int) -> int:
        """How many chats would be told of these changes by the `author`, published `now`."""
        ...


class AskedTexts(Protocol):
    """Questions that readers asked."""

    async def texts(self, since: datetime, limit: int) -> Sequence[str]:
        """Distinct texts, newest first."""
        ...


class NearMisses(Protocol):
    """Questions that editors marked as out of scope: the bot must go on refusing them."""

    async def near_misses(self) -> Sequence[str]: ...


class WaitingQuestions(Protocol):
    """Questions of readers who asked to be told when there is an answer."""

    async def waiting(self) -> Mapping[str, int]:
        """Each question with the number of people."""
        ...


class SettledAlarms(Protocol):
    """Alarms of the gate of which an editor said that it should be so."""

    async def settled(self) -> Collection[tuple[str, str]]:
        """The equivalence key of each question, with the verdict on its reply."""
        ...

    async def settle(self, alarms: Mapping[tuple[str, str], str], by: str, at: datetime) -> None:
        """Settle these, each with the question as it was asked."""
        ...
