"""Answers on their way to the readers who wait for them, as an outbox: claimed with a lease, settled once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import and_, select, update

from bot.records.outbox import ChatState, Claim, Message, MessageKind
from bot.storage import chats as chat_rows
from bot.storage.database import Database
from bot.storage.due_messages import SENDING
from bot.storage.outbox_rows import EPOCH
from bot.storage.sql_time import DatabaseNow
from bot.storage.tables import chats, promises


class AnswerAlertOutbox:
    """`lease` is how long a claim holds, in seconds of the database's clock."""

    def __init__(self, database: Database, lease: float) -> None:
        self._database = database
        self._lease = lease

    async def claim(self, now: datetime, limit: int) -> Sequence[Claim]:
        """Up to `limit` that are due at `now`, one a chat; a dead worker's are claimed anew."""
        token = uuid4().hex
        async with self._database.write() as connection:
            dead = and_(promises.c.state == "claimed", promises.c.free_at <= DatabaseNow())
            await connection.execute(update(promises).where(dead).values(state="planned", claim=None))
            rows = (await connection.execute(_due(now, limit))).all()
            taken = {row.chat_id: row for row in reversed(rows)}.values()
            if taken:
                held = update(promises).where(promises.c.id.in_([row.id for row in taken]))
                lease = {"state": "claimed", "claim": token, "free_at": DatabaseNow(self._lease)}
                await connection.execute(held.values(lease))
        return [Claim(id=row.id, token=token, chat_id=row.chat_id, attempts=row.attempts) for row in taken]

    async def load_message(self, claim: Claim) -> Message | None:
        """What to say; None where it is no longer ours, or too little is left of the lease."""
        query = select(promises, (promises.c.free_at > DatabaseNow(SENDING)).label("fresh")).where(
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
            what=MessageKind.ANSWERED,
            due_at=row.due_at,
            zone="UTC",
            before=None,
            after={"question": row.question},
        )

    async def mark_sent(self, claim: Claim, message: Message, message_id: int, at: datetime) -> None:
        values = {"state": "sent", "message_id": message_id, "settled_at": at, "reason": None}
        await self._settle(claim, values, pause=message.chat_id)

    async def retry(self, claim: Claim, after: float, reason: str, *, counts: bool) -> None:
        attempts = promises.c.attempts + int(counts)
        again = {"state": "planned", "free_at": DatabaseNow(after), "attempts": attempts, "claim": None}
        await self._settle(claim, again | {"reason": reason or None})

    async def drop(self, claim: Claim, reason: str, at: datetime) -> None:  # noqa: ARG002 - the port's
        """The base no longer answers: it waits again."""
        await self._settle(claim, {"state": "waiting", "claim": None, "reason": reason})

    async def mark_failed(self, claim: Claim, reason: str, at: datetime) -> None:
        await self._settle(claim, {"state": "failed", "reason": reason, "settled_at": at})

    async def mark_chat_unreachable(self, claim: Claim, state: ChatState, at: datetime) -> None:
        """It stays planned: it is sent when the chat writes again, unless it is too old by then."""
        async with self._database.write() as connection:
            again = {"state": "planned", "free_at": EPOCH, "claim": None, "reason": state.value}
            await connection.execute(_mine(claim).values(again))
            await chat_rows.mark_unreachable(connection, claim.chat_id, state, at)

    async def migrate_chat(self, claim: Claim, new: int, at: datetime) -> None:
        """Promises are given in private chats, which do not move; a group's would end here."""
        await self.mark_failed(claim, f"moved to {new}", at)

    async def _settle(self, claim: Claim, values: dict[str, Any], pause: int | None = None) -> None:
        async with self._database.write() as connection:
            await connection.execute(_mine(claim).values(values))
            if pause is not None:
                rest = update(chats).where(chats.c.chat_id == pause)
                await connection.execute(rest.values(ready_at=DatabaseNow(1.0)))


def _due(now: datetime, limit: int) -> Any:
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


def _mine(claim: Claim) -> Any:
    """An update of the row, unless its lease ended and another worker has it."""
    return update(promises).where(
        promises.c.id == claim.id, promises.c.claim == claim.token, promises.c.state == "claimed"
    )
