"""What editing needs kept and counted; the storage provides it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.records.editing import Deed, Grant, NewProposal, Proposal, Summary
from knowledge.answering import Answerer
from knowledge.dates import EdtfDate
from knowledge.edits import Change
from knowledge.model import FactBase, FactId


class Loaded(Protocol):
    """The base at one revision."""

    @property
    def base(self) -> FactBase: ...

    @property
    def revision(self) -> int: ...

    @property
    def changed(self) -> Mapping[FactId, EdtfDate]: ...


class Truth(Protocol):
    async def load_base(self) -> Loaded: ...


class Edition(Protocol):
    @property
    def answerer(self) -> Answerer: ...


class Engine(Protocol):
    """What readers are answered from just now."""

    @property
    def current(self) -> Edition: ...


class Proposals(Protocol):
    async def add(self, new: NewProposal) -> Proposal: ...

    async def get(self, number: int) -> Proposal | None: ...

    async def open(self, author_id: int | None = None) -> Sequence[Proposal]: ...

    async def amend(self, number: int, changes: Sequence[Change], base_revision: int) -> bool: ...

    async def examined(self, number: int, summary: Summary) -> bool: ...

    async def explain(self, number: int, why: str) -> bool: ...

    async def submit(self, number: int, deed: Deed) -> bool: ...

    async def drop(self, number: int, deed: Deed) -> bool: ...

    async def publish(self, number: int, on: int, why: str, deed: Deed) -> int:
        """Raises ClosedProposalError, BaseMovedError or EditConflictError."""
        ...


class Roles(Protocol):
    async def of(self, user_id: int) -> Grant | None: ...

    async def all(self) -> Sequence[Grant]: ...

    async def give(self, grant: Grant, deed: Deed) -> None: ...

    async def take(self, user_id: int, deed: Deed) -> bool: ...

    async def deeds(self, limit: int) -> Sequence[Deed]: ...


class Followers(Protocol):
    async def audience(self, changes: Sequence[Change]) -> int:
        """How many chats a publication of these changes would tell."""
        ...


class AskedTexts(Protocol):
    """The questions that readers asked."""

    async def texts(self, since: datetime, limit: int) -> Sequence[str]:
        """Each once, the newest first."""
        ...


class NearMisses(Protocol):
    """Questions that editors said are out of scope for good: they must stay refused."""

    async def near_misses(self) -> Sequence[str]: ...
