"""The outbox at work: rows claimed with a lease, looked at once more, and settled."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import case, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records.outbox import ChatState, Claim, Failure, Message, MessageKind
from bot.storage import chats as chat_rows
from bot.storage.database import Database
from bot.storage.due_messages import content, due
from bot.storage.outbox_rows import EPOCH, is_claimed
from bot.storage.sql_time import DatabaseNow
from bot.storage.tables import chats, outbox, told
from bot.storage.upsert import insert_into

PAUSES = (1.0, 3.0)
"""Seconds between messages to one chat, private and group: 1 a second, 20 a minute in a group."""
_LOOKED_AT = 2
"""Due rows looked at for one claimed: several may be of one chat, and only one is taken."""


class StoredOutbox:
    """`lease` is how long a claim holds, in seconds of the database's clock."""

    def __init__(self, database: Database, lease: float, pauses: tuple[float, float] = PAUSES) -> None:
        self._database = database
        self._pauses = pauses
        self._lease = lease

    async def claim(self, now: datetime, limit: int) -> Sequence[Claim]:
        """Up to `limit` rows that are due at `now`, one a chat, for this worker alone.

        A row whose claim was not settled within its lease is claimed anew.
        """
        token = uuid4().hex
        async with self._database.write() as connection:
            await connection.execute(_free_the_dead())
            await _in_order(connection)
            rows = (await connection.execute(due(now, limit * _LOOKED_AT))).all()
            # Of one chat the row that fell due first; the database gave them in that order.
            first: dict[int, Any] = {}
            for row in rows:
                first.setdefault(row.chat_id, row)
            free = await self._hold(connection, list(first)[:limit])
            taken = [first[chat_id] for chat_id in first if chat_id in free]
            values = {"state": "claimed", "claim": token, "free_at": DatabaseNow(self._lease)}
            if taken:
                ids = outbox.c.id.in_([row.id for row in taken])
                await connection.execute(update(outbox).where(ids).values(values))
        return [Claim(id=row.id, token=token, chat_id=row.chat_id, attempts=row.attempts) for row in taken]

    async def load_message(self, claim: Claim) -> Message | None:
        """What the row says at this very moment; None (and the row ended) where it no longer holds."""
        async with self._database.read() as connection:
            named = {"row": claim.id, "token": claim.token}
            row = (await connection.execute(content(), named)).first()
        if row is None:
            await self._settle(claim, {"state": "cancelled", "reason": "void", "settled_at": DatabaseNow()})
            return None
        kept = dict(row._mapping)
        known = kept.pop("known")
        if not kept.pop("fresh"):
            # Another worker might take it over while we send: rather begin again.
            await self.retry(claim, 0, "", counts=False)
            return None
        before = known if row.what == MessageKind.CHANGED else row.after
        return Message(**{**kept, "what": MessageKind(row.what), "before": before})

    async def mark_sent(self, claim: Claim, message: Message, message_id: int, at: datetime) -> None:
        async with self._database.write() as connection:
            values = {"state": "sent", "settled_at": at, "message_id": message_id, "reason": None}
            await connection.execute(_mine(claim).values(values))
            await _rest(connection, claim.chat_id, self._pauses)
            if message.what is MessageKind.CHANGED:
                key = {"subscription_id": message.subscription_id, "subject_id": message.subject_id}
                upsert = insert_into(connection, told).values(key | {"version": message.version})
                newer = upsert.excluded.version
                await connection.execute(
                    upsert.on_conflict_do_update(index_elements=list(key), set_={"version": newer})
                )

    async def retry(self, claim: Claim, after: float, reason: str, *, counts: bool) -> None:
        """Plan the row anew, `after` seconds from now; `counts` says that this was an attempt."""
        attempts = outbox.c.attempts + int(counts)
        again = {"state": "planned", "free_at": DatabaseNow(after), "attempts": attempts}
        await self._settle(claim, again | {"reason": reason or None, "claim": None})

    async def mark_failed(self, claim: Claim, reason: str, at: datetime) -> None:
        """Telegram will never take it."""
        await self._settle(claim, {"state": "failed", "reason": reason, "settled_at": at})

    async def drop(self, claim: Claim, reason: str, at: datetime) -> None:
        """There is nothing to say."""
        await self._settle(claim, {"state": "cancelled", "reason": reason, "settled_at": at})

    async def mark_chat_unreachable(self, claim: Claim, state: ChatState, at: datetime) -> None:
        """The chat cannot be written to any more: this row failed, its others are cancelled."""
        async with self._database.write() as connection:
            values = {"state": "failed", "reason": state.value, "settled_at": at}
            await connection.execute(_mine(claim).values(values))
            await chat_rows.mark_unreachable(connection, claim.chat_id, state, at)
            await _rest(connection, claim.chat_id)

    async def migrate_chat(self, claim: Claim, new: int, at: datetime) -> None:
        """The group is a supergroup now: the row goes there, planned anew."""
        async with self._database.write() as connection:
            await chat_rows.migrate(connection, claim.chat_id, new, at)
            values = {"state": "planned", "free_at": EPOCH, "claim": None}
            await connection.execute(_mine(claim).values(values))

    async def failures(self, limit: int) -> Sequence[Failure]:
        """What Telegram refused, the newest first; chats that left are no failures of ours."""
        lost = [state.value for state in ChatState]
        columns = (outbox.c[name] for name in ("id", "chat_id", "subject_id", "what", "reason"))
        query = select(*columns, outbox.c.settled_at.label("at")).where(
            outbox.c.state == "failed", outbox.c.reason.not_in(lost)
        )
        newest = query.order_by(outbox.c.settled_at.desc()).limit(limit)
        async with self._database.read() as connection:
            return [Failure(**row._mapping) for row in await connection.execute(newest)]

    async def counts(self) -> dict[str, int]:
        """How many rows are in each state."""
        query = select(outbox.c.state, func.count().label("number")).group_by(outbox.c.state)
        async with self._database.read() as connection:
            return {row.state: row.number for row in await connection.execute(query)}

    async def _settle(self, claim: Claim, values: dict[str, Any]) -> None:
        async with self._database.write() as connection:
            await connection.execute(_mine(claim).values(values))
            await _rest(connection, claim.chat_id)

    async def _hold(self, connection: AsyncConnection, wanted: Sequence[int]) -> set[int]:
        """Keep other workers from these chats while their row is in hand; those that were free."""
        ready = (chats.c.chat_id.in_(wanted), chats.c.ready_at <= DatabaseNow())
        locked = select(chats.c.chat_id).where(*ready).with_for_update(skip_locked=True)
        free = set((await connection.execute(locked)).scalars())
        if free:
            held = update(chats).where(chats.c.chat_id.in_(free))
            await connection.execute(held.values(ready_at=DatabaseNow(self._lease)))
        return free


async def _in_order(connection: AsyncConnection) -> None:
    """Have PostgreSQL walk the index of what is due, and stop at the limit, in this transaction.

    Right after a hundred thousand rows were planned its statistics know of none, and it
    would sort them all for every claim: 450 ms instead of 5.
    """
    if connection.dialect.name == "postgresql":
        ways = ("sort", "bitmapscan", "hashjoin", "mergejoin")
        await connection.execute(select(*(func.set_config(f"enable_{way}", "off", True) for way in ways)))


def _free_the_dead() -> Any:
    """Rows whose worker did not settle them within its lease are anybody's again."""
    ended = select(outbox.c.id).where(is_claimed(), outbox.c.free_at <= DatabaseNow())
    locked = ended.with_for_update(skip_locked=True).scalar_subquery()
    return update(outbox).where(outbox.c.id.in_(locked)).values(state="planned", claim=None)


def _mine(claim: Claim) -> Any:
    """An update of the row, unless its lease ended and another worker has it."""
    return update(outbox).where(
        outbox.c.id == claim.id, outbox.c.claim == claim.token, outbox.c.state == "claimed"
    )


async def _rest(connection: AsyncConnection, chat_id: int, pauses: tuple[float, float] = (0.0, 0.0)) -> None:
    """The chat is free again, after its pause where we wrote to it."""
    private, group = (DatabaseNow(seconds) for seconds in pauses)
    ready = case((chats.c.kind == "private", private), else_=group)
    await connection.execute(update(chats).where(chats.c.chat_id == chat_id).values(ready_at=ready))
