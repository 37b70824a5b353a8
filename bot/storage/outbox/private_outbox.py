"""What the outboxes to private chats share: a row has its own time, and no claim reserves a chat."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records.outbox import ChatState, Claim, Message
from bot.storage.outbox.claimed_outbox import ClaimedOutbox, first_per_chat, has_lease_left
from bot.storage.tables import chats
from bot.storage.tables.sql_time import DatabaseNow

_CHAT_PAUSE = 1.0
"""Seconds between messages to one private chat."""


class PrivateOutbox(ClaimedOutbox):
    """Its table has the column due_at besides those of ClaimedOutbox."""

    async def load_message(self, claim: Claim) -> Message | None:
        """The message; None where the claim or too much of its lease is lost."""
        row, fresh = self._table.c, has_lease_left(self._table).label("fresh")
        query = select(self._table, fresh, *self._beside()).where(
            row.id == claim.id, row.claim == claim.token, row.state == "claimed"
        )
        async with self._database.read() as connection:
            found = (await connection.execute(query)).first()
        if found is None:
            return None
        if not found.fresh:
            await self.retry(claim, 0, "", counts=False)
            return None
        return self._message(found)

    async def migrate_chat(self, claim: Claim, new: int, at: datetime) -> None:
        """Private chats do not migrate."""
        await self.mark_failed(claim, f"moved to {new}", at)

    @abstractmethod
    def _message(self, row: Row[Any]) -> Message:
        """Of a row of the table, with the columns of `_beside`."""

    def _beside(self) -> Sequence[ColumnElement[Any]]:
        """What else of the database a message holds."""
        return ()

    async def _due(self, connection: AsyncConnection, now: datetime, limit: int) -> Sequence[Row[Any]]:
        row = self._table.c
        query: Select[Any] = (
            select(row.id, row.chat_id, row.attempts)
            .join(chats, chats.c.chat_id == row.chat_id)
            .where(
                row.state == "planned",
                row.due_at <= now,
                row.free_at <= DatabaseNow(),
                chats.c.state == ChatState.ACTIVE.value,
                chats.c.ready_at <= DatabaseNow(),
            )
            .order_by(row.due_at, row.id)
            .limit(limit)
            .with_for_update(of=self._table, skip_locked=True)
        )
        return list(first_per_chat((await connection.execute(query)).all()).values())

    async def _after_sent(self, connection: AsyncConnection, claim: Claim, message: Message) -> None:  # noqa: ARG002
        chat = update(chats).where(chats.c.chat_id == claim.chat_id)
        await connection.execute(chat.values(ready_at=DatabaseNow(_CHAT_PAUSE)))

    async def _after_settled(self, connection: AsyncConnection, claim: Claim) -> None:
        """Nothing: a claim does not reserve its chat."""
