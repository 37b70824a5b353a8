"""Chats: whether the bot can write to them, their zone and quiet hours, and migration to a new id."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records.outbox import Chat, ChatState
from bot.storage.connection.database import Database
from bot.storage.connection.upsert import insert_into
from bot.storage.outbox.chosen_moments import hold_chosen
from bot.storage.tables import chats, outbox, subscriptions
from bot.storage.tables.sql_time import EPOCH


class StoredChats:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, chat_id: int) -> Chat | None:
        async with self._database.read() as connection:
            row = (await connection.execute(select(chats).where(chats.c.chat_id == chat_id))).first()
        return None if row is None else _chat(row)

    async def mark_active(self, chat_id: int, kind: str, at: datetime) -> bool:
        """The chat wrote. True where it was marked unreachable before."""
        async with self._database.write() as connection:
            await add(connection, chat_id, kind, at)
            unreachable = chats.c.state != ChatState.ACTIVE
            this = chats.c.chat_id == chat_id
            changed = await connection.execute(
                update(chats).where(this, unreachable).values(state=ChatState.ACTIVE.value, migrated_to=None)
            )
            await connection.execute(update(chats).where(this).values(seen_at=at, kind=kind))
        return changed.rowcount > 0

    async def set_preferences(
        self, chat_id: int, *, zone: str | None = None, quiet: str | None = None
    ) -> None:
        """Store what is given. `quiet` is «22:00-08:00», or empty for none."""
        given = {"zone": zone, "quiet": quiet}
        values = {name: value for name, value in given.items() if value is not None}
        async with self._database.write() as connection:
            await connection.execute(update(chats).where(chats.c.chat_id == chat_id).values(values))

    async def mark_unreachable(self, chat_id: int, state: ChatState, at: datetime) -> None:
        """The bot cannot write to the chat: nothing is sent or planned until the chat writes."""
        async with self._database.write() as connection:
            await mark_unreachable(connection, chat_id, state, at)

    async def migrate(self, old: int, new: int, at: datetime) -> None:
        """A group became a supergroup: its subscriptions move to the new id. Idempotent."""
        async with self._database.write() as connection:
            await migrate(connection, old, new, at)


async def add(connection: AsyncConnection, chat_id: int, kind: str, at: datetime) -> None:
    """Insert the chat unless it exists."""
    row = {"chat_id": chat_id, "kind": kind, "state": ChatState.ACTIVE.value}
    insert = insert_into(connection, chats).values(row | {"seen_at": at, "ready_at": EPOCH})
    await connection.execute(insert.on_conflict_do_nothing())


async def mark_unreachable(connection: AsyncConnection, chat_id: int, state: ChatState, at: datetime) -> None:
    """`StoredChats.mark_unreachable` inside an open transaction."""
    await connection.execute(update(chats).where(chats.c.chat_id == chat_id).values(state=state.value))
    of_chat = subscriptions.c.chat_id == chat_id
    await connection.execute(update(subscriptions).where(of_chat).values(asleep=True))
    # By subscription: the only index of the outbox over all states begins with it.
    rows = outbox.c.subscription_id.in_(select(subscriptions.c.id).where(of_chat))
    await hold_chosen(connection, rows)
    planned = (rows, outbox.c.state == "planned")
    cancelled = {"state": "cancelled", "reason": state.value, "settled_at": at}
    await connection.execute(update(outbox).where(*planned).values(cancelled))


async def migrate(connection: AsyncConnection, old: int, new: int, at: datetime) -> None:
    """`StoredChats.migrate` inside an open transaction."""
    before = (await connection.execute(select(chats).where(chats.c.chat_id == old))).first()
    if before is None:
        return
    await add(connection, new, "supergroup", at)
    after = (await connection.execute(select(chats).where(chats.c.chat_id == new))).one()
    # What was chosen under the new id takes precedence: Telegram may report the migration twice, and late.
    zone, quiet = (after.zone or before.zone), (before.quiet if after.quiet is None else after.quiet)
    kept = {"zone": zone, "quiet": quiet, "state": ChatState.ACTIVE.value}
    await connection.execute(update(chats).where(chats.c.chat_id == new).values(kept))
    await _move_subscriptions(connection, old, new)
    moved = select(subscriptions.c.id).where(subscriptions.c.chat_id == new)
    unsent = (outbox.c.subscription_id.in_(moved), outbox.c.state != "sent")
    await connection.execute(update(outbox).where(*unsent).values(chat_id=new))
    # The old group may have looked unreachable before Telegram reported the migration.
    closed = (outbox.c.state == "cancelled", outbox.c.reason == before.state)
    planned = {"state": "planned", "free_at": EPOCH, "reason": None, "settled_at": None}
    not_due_then = outbox.c.due_at >= outbox.c.settled_at
    await connection.execute(update(outbox).where(*unsent, *closed, not_due_then).values(planned))
    awake = select(subscriptions.c.id).where(
        subscriptions.c.chat_id == new, subscriptions.c.paused.is_(False)
    )
    held = (outbox.c.subscription_id.in_(awake), outbox.c.state == "held")
    await connection.execute(update(outbox).where(*held).values(planned))
    migrated = {"state": ChatState.MIGRATED.value, "migrated_to": new}
    await connection.execute(update(chats).where(chats.c.chat_id == old).values(migrated))


async def _move_subscriptions(connection: AsyncConnection, old: int, new: int) -> None:
    there = subscriptions.alias()
    same = select(there.c.id).where(
        there.c.chat_id == new,
        there.c.kind == subscriptions.c.kind,
        there.c.target == subscriptions.c.target,
    )
    # The new id may already follow the same: its own later choice takes precedence.
    duplicate = (subscriptions.c.chat_id == old, same.exists())
    duplicate_ids = select(subscriptions.c.id).where(*duplicate)
    await connection.execute(delete(outbox).where(outbox.c.subscription_id.in_(duplicate_ids)))
    await connection.execute(delete(subscriptions).where(*duplicate))
    await connection.execute(
        update(subscriptions).where(subscriptions.c.chat_id == old).values(chat_id=new, asleep=False)
    )


def _chat(row: Any) -> Chat:
    state = ChatState(row.state)
    return Chat(chat_id=row.chat_id, kind=row.kind, state=state, zone=row.zone, quiet=row.quiet)
