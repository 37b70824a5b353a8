"""What all outboxes share: a row is claimed with a lease, sent by one worker, then settled or retried."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Boolean, ColumnElement, Row, Table, Update, literal_column, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records.outbox import Claim, Message
from bot.storage.connection.database import Database
from bot.storage.tables.sql_time import DatabaseNow

_MIN_LEASE_LEFT = 20.0
"""Seconds that a lease must still last when the message is sent: another worker may take over after it."""


class ClaimedOutbox(ABC):
    """An outbox in a table with the columns id, chat_id, state, free_at, claim, attempts, reason,
    settled_at and message_id. `lease` is how long a claim holds, in seconds of the database's clock.
    """

    def __init__(self, database: Database, table: Table, lease: float) -> None:
        self._database = database
        self._table = table
        self._lease = lease

    async def claim(self, now: datetime, limit: int) -> Sequence[Claim]:
        """Up to `limit` rows that are due at `now`, one per chat, for this worker alone.

        A row that was not settled within its lease is claimed again.
        """
        token = uuid4().hex
        async with self._database.write() as connection:
            await connection.execute(self._release_expired())
            rows = await self._due(connection, now, limit)
            if rows:
                due = update(self._table).where(self._table.c.id.in_([row.id for row in rows]))
                held = {"state": "claimed", "claim": token, "free_at": DatabaseNow(self._lease)}
                await connection.execute(due.values(held))
        return [Claim(id=row.id, token=token, chat_id=row.chat_id, attempts=row.attempts) for row in rows]

    async def mark_sent(self, claim: Claim, message: Message, message_id: int, at: datetime) -> None:
        values = {"state": "sent", "message_id": message_id, "settled_at": at, "reason": None}
        async with self._database.write() as connection:
            await connection.execute(self._claimed(claim).values(values))
            await self._after_sent(connection, claim, message)

    async def retry(self, claim: Claim, after: float, reason: str, *, counts: bool) -> None:
        """Make the row due again in `after` seconds; `counts`: this was a failed attempt."""
        attempts = self._table.c.attempts + int(counts)
        planned = {"state": "planned", "free_at": DatabaseNow(after), "attempts": attempts, "claim": None}
        await self._settle(claim, planned | {"reason": reason or None})

    async def mark_failed(self, claim: Claim, reason: str, at: datetime) -> None:
        """Telegram rejected the message permanently."""
        await self._settle(claim, {"state": "failed", "reason": reason, "settled_at": at})

    async def is_superseded(self, _message: Message, _now: datetime, /) -> bool:
        """Whether another message of this outbox says the same and more."""
        return False

    @abstractmethod
    async def _due(self, connection: AsyncConnection, now: datetime, limit: int) -> Sequence[Row[Any]]:
        """Lock up to `limit` due rows, one per chat; each has id, chat_id and attempts."""

    @abstractmethod
    async def _after_sent(self, connection: AsyncConnection, claim: Claim, message: Message) -> None:
        """What else is stored once the message is sent."""

    @abstractmethod
    async def _after_settled(self, connection: AsyncConnection, claim: Claim) -> None:
        """What else is stored once the claim has ended without a message."""

    async def _settle(self, claim: Claim, values: dict[str, Any]) -> None:
        async with self._database.write() as connection:
            await connection.execute(self._claimed(claim).values(values))
            await self._after_settled(connection, claim)

    def _claimed(self, claim: Claim) -> Update:
        """An update of the claimed row; of none where the lease ended and another worker claimed it."""
        row = self._table.c
        return update(self._table).where(row.id == claim.id, row.claim == claim.token, row.state == "claimed")

    def _release_expired(self) -> Update:
        """An update of rows that were not settled within their lease: any worker may claim them."""
        expired = select(self._table.c.id).where(
            in_state(self._table, "claimed"), self._table.c.free_at <= DatabaseNow()
        )
        locked = expired.with_for_update(skip_locked=True).scalar_subquery()
        return update(self._table).where(self._table.c.id.in_(locked)).values(state="planned", claim=None)


def in_state(table: Table, state: str) -> ColumnElement[bool]:
    """As literal SQL, not a parameter: only so does SQLite use a partial index."""
    return literal_column(f"{table.name}.state = '{state}'", Boolean())


def has_lease_left(table: Table) -> ColumnElement[bool]:
    """Whether the lease of a claimed row lasts long enough to send its message."""
    return table.c.free_at > DatabaseNow(_MIN_LEASE_LEFT)


def first_per_chat(rows: Sequence[Row[Any]]) -> dict[int, Row[Any]]:
    """The first row of each chat, in the order given."""
    first: dict[int, Row[Any]] = {}
    for row in rows:
        first.setdefault(row.chat_id, row)
    return first
