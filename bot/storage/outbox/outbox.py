"""The outbox of reminders and change messages to followers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records.outbox import ChatState, Claim, Failure, Message, MessageKind
from bot.storage.connection.database import Database
from bot.storage.connection.upsert import insert_into
from bot.storage.outbox import chats as chat_rows
from bot.storage.outbox.claimed_outbox import ClaimedOutbox, first_per_chat
from bot.storage.outbox.due_messages import chosen_moments, due_rows, later_reminders, message_content
from bot.storage.tables import chats, outbox, told
from bot.storage.tables.sql_time import EPOCH, DatabaseNow

_PAUSES = (1.0, 3.0)
"""Seconds between messages to one chat, private and group: 1 a second, 20 a minute in a group."""
_ROWS_PER_CLAIM = 2
"""Due rows selected per row claimed: several may be of one chat, and only one is claimed."""


class StoredOutbox(ClaimedOutbox):
    """A claim also reserves the row's chat, so that two workers never write to one chat at once.

    `lease` is how long a claim holds, in seconds of the database's clock.
    """

    def __init__(self, database: Database, lease: float, pauses: tuple[float, float] = _PAUSES) -> None:
        super().__init__(database, outbox, lease)
        self._pauses = pauses

    async def load_message(self, claim: Claim) -> Message | None:
        """The message as of now; None (and the row is cancelled) where it is not to be sent any more."""
        async with self._database.read() as connection:
            named = {"row": claim.id, "token": claim.token}
            row = (await connection.execute(message_content(), named)).first()
        if row is None:
            await self._settle(claim, {"state": "cancelled", "reason": "void", "settled_at": DatabaseNow()})
            return None
        values = dict(row._mapping)
        known = values.pop("known")
        if not values.pop("fresh"):
            # Another worker might take the row over while we send it.
            await self.retry(claim, 0, "", counts=False)
            return None
        before = known if row.what == MessageKind.CHANGED else row.after
        message = Message(**{**values, "what": MessageKind(row.what), "before": before})
        if message.what is MessageKind.CHANGED and message.kind == "event":
            async with self._database.read() as connection:
                chosen = (await connection.execute(chosen_moments(message))).scalars()
                return replace(message, chosen=tuple(chosen))
        return message

    async def is_superseded(self, message: Message, now: datetime, /) -> bool:
        """Whether a later reminder of the same event is due as well, or was sent: one message says all."""
        async with self._database.read() as connection:
            return await connection.scalar(later_reminders(message, now)) is not None

    async def drop(self, claim: Claim, reason: str, at: datetime) -> None:
        """Cancel the row without a message; `reason` stays in the table."""
        await self._settle(claim, {"state": "cancelled", "reason": reason, "settled_at": at})

    async def mark_chat_unreachable(self, claim: Claim, state: ChatState, at: datetime) -> None:
        """This row has failed; the chat's other rows are cancelled."""
        async with self._database.write() as connection:
            values = {"state": "failed", "reason": state.value, "settled_at": at}
            await connection.execute(self._claimed(claim).values(values))
            await chat_rows.mark_unreachable(connection, claim.chat_id, state, at)
            await _release_chat(connection, claim.chat_id)

    async def migrate_chat(self, claim: Claim, new: int, at: datetime) -> None:
        """The group became a supergroup: the row is planned again for its new id."""
        async with self._database.write() as connection:
            await chat_rows.migrate(connection, claim.chat_id, new, at)
            values = {"state": "planned", "free_at": EPOCH, "claim": None}
            await connection.execute(self._claimed(claim).values(values))

    async def failures(self, limit: int) -> Sequence[Failure]:
        """Messages that Telegram rejected, the newest first; unreachable chats are left out."""
        unreachable = [state.value for state in ChatState]
        columns = (outbox.c[name] for name in ("id", "chat_id", "subject_id", "what", "reason"))
        query = select(*columns, outbox.c.settled_at.label("at")).where(
            outbox.c.state == "failed", outbox.c.reason.not_in(unreachable)
        )
        newest = query.order_by(outbox.c.settled_at.desc()).limit(limit)
        async with self._database.read() as connection:
            return [Failure(**row._mapping) for row in await connection.execute(newest)]

    async def counts(self) -> dict[str, int]:
        """How many rows are in each state."""
        query = select(outbox.c.state, func.count().label("number")).group_by(outbox.c.state)
        async with self._database.read() as connection:
            return {row.state: row.number for row in await connection.execute(query)}

    async def _due(self, connection: AsyncConnection, now: datetime, limit: int) -> Sequence[Row[Any]]:
        await _force_index_scan(connection)
        rows = (await connection.execute(due_rows(now, limit * _ROWS_PER_CLAIM))).all()
        first = first_per_chat(rows)
        reserved = await self._reserve_chats(connection, list(first)[:limit])
        return [row for chat_id, row in first.items() if chat_id in reserved]

    async def _after_sent(self, connection: AsyncConnection, claim: Claim, message: Message) -> None:
        await _release_chat(connection, claim.chat_id, self._pauses)
        if message.what is not MessageKind.CHANGED:
            return
        key = {"subscription_id": message.subscription_id, "subject_id": message.subject_id}
        upsert = insert_into(connection, told).values(key | {"version": message.version})
        newer = {"version": upsert.excluded.version}
        await connection.execute(upsert.on_conflict_do_update(index_elements=list(key), set_=newer))

    async def _after_settled(self, connection: AsyncConnection, claim: Claim) -> None:
        await _release_chat(connection, claim.chat_id)

    async def _reserve_chats(self, connection: AsyncConnection, wanted: Sequence[int]) -> set[int]:
        """Keep other workers from these chats for the lease; returns those that were free."""
        ready = (chats.c.chat_id.in_(wanted), chats.c.ready_at <= DatabaseNow())
        locked = select(chats.c.chat_id).where(*ready).with_for_update(skip_locked=True)
        free = set((await connection.execute(locked)).scalars())
        if free:
            reserved = update(chats).where(chats.c.chat_id.in_(free))
            await connection.execute(reserved.values(ready_at=DatabaseNow(self._lease)))
        return free


async def _force_index_scan(connection: AsyncConnection) -> None:
    """Make PostgreSQL walk the index of due rows and stop at the limit, in this transaction.

    Right after a hundred thousand rows are inserted, its statistics do not know them yet,
    and it would sort them all for every claim: 450 ms instead of 5.
    """
    if connection.dialect.name == "postgresql":
        plans = ("sort", "bitmapscan", "hashjoin", "mergejoin")
        await connection.execute(select(*(func.set_config(f"enable_{plan}", "off", True) for plan in plans)))


async def _release_chat(
    connection: AsyncConnection, chat_id: int, pauses: tuple[float, float] = (0.0, 0.0)
) -> None:
    """The chat may be written to again, after a pause where a message was sent."""
    private, group = (DatabaseNow(seconds) for seconds in pauses)
    ready = case((chats.c.kind == "private", private), else_=group)
    await connection.execute(update(chats).where(chats.c.chat_id == chat_id).values(ready_at=ready))
