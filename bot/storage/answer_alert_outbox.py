"""The outbox of answer alerts: rows of `promises` whose question the base now answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records.outbox import ChatState, Claim, Message, MessageKind
from bot.storage import chats as chat_rows
from bot.storage.claimed_outbox import ClaimedOutbox, first_per_chat, has_lease_left
from bot.storage.database import Database
from bot.storage.sql_time import EPOCH, DatabaseNow
from bot.storage.tables import asked, chats, promises

_CHAT_PAUSE = 1.0
"""Seconds between messages to one private chat."""


class AnswerAlertOutbox(ClaimedOutbox):
    """`lease` is how long a claim holds, in seconds of the database's clock."""

    def __init__(self, database: Database, lease: float) -> None:
        super().__init__(database, promises, lease)

    async def load_message(self, claim: Claim) -> Message | None:
        """The alert; None where the claim or too much of its lease is lost."""
        refusal = select(asked.c.message_id).where(asked.c.id == promises.c.asked_id).scalar_subquery()
        fresh = has_lease_left(promises).label("fresh")
        query = select(promises, fresh, refusal.label("refusal")).where(
            promises.c.id == claim.id, promises.c.claim == claim.token, promises.c.state == "claimed"
        )
        async with self._database.read() as connection:
            row = (await connection.execute(query)).first()
        if row is None:
            return None
        if not row.fresh:
            await self.retry(claim, 0, "", counts=False)
            return None
        return Message(
            id=row.id,
            subscription_id=0,
            chat_id=row.chat_id,
            target="question",
            kind="question",
            subject_id=row.key,
            version=row.checked,
            what=MessageKind.DECLINED if row.declined else MessageKind.ANSWERED,
            due_at=row.due_at,
            zone="UTC",
            before=None,
            after={"question": row.question, "refusal": row.refusal},
        )

    async def drop(self, claim: Claim, reason: str, at: datetime) -> None:  # noqa: ARG002 - the port's
        """The base no longer answers the question: the alert waits again."""
        await self._settle(claim, {"state": "waiting", "claim": None, "reason": reason})

    async def mark_chat_unreachable(self, claim: Claim, state: ChatState, at: datetime) -> None:
        """The alert stays planned: it is sent when the chat writes again, unless it is purged before."""
        async with self._database.write() as connection:
            planned = {"state": "planned", "free_at": EPOCH, "claim": None, "reason": state.value}
            await connection.execute(self._claimed(claim).values(planned))
            await chat_rows.mark_unreachable(connection, claim.chat_id, state, at)

    async def migrate_chat(self, claim: Claim, new: int, at: datetime) -> None:
        """Alerts are offered in private chats only, and those do not migrate."""
        await self.mark_failed(claim, f"moved to {new}", at)

    async def _due(self, connection: AsyncConnection, now: datetime, limit: int) -> Sequence[Row[Any]]:
        rows = (await connection.execute(_due_rows(now, limit))).all()
        return list(first_per_chat(rows).values())

    async def _after_sent(self, connection: AsyncConnection, claim: Claim, message: Message) -> None:  # noqa: ARG002
        chat = update(chats).where(chats.c.chat_id == claim.chat_id)
        await connection.execute(chat.values(ready_at=DatabaseNow(_CHAT_PAUSE)))

    async def _after_settled(self, connection: AsyncConnection, claim: Claim) -> None:
        """Nothing: the claim of an alert does not reserve its chat."""


def _due_rows(now: datetime, limit: int) -> Select[Any]:
    return (
        select(promises.c.id, promises.c.chat_id, promises.c.attempts)
        .join(chats, chats.c.chat_id == promises.c.chat_id)
        .where(
            promises.c.state == "planned",
            promises.c.due_at <= now,
            promises.c.free_at <= DatabaseNow(),
            chats.c.state == ChatState.ACTIVE.value,
            chats.c.ready_at <= DatabaseNow(),
        )
        .order_by(promises.c.due_at, promises.c.id)
        .limit(limit)
        .with_for_update(of=promises, skip_locked=True)
    )
