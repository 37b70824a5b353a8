"""Chats that may be written to: their state, zone and quiet hours, and a group's new id."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records.outbox import ChatState
from bot.storage.database import Database
from bot.storage.outbox_rows import EPOCH
from bot.storage.tables import chats, outbox, subscriptions
from bot.storage.upsert import insert_into


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """`zone` and `quiet` are None where the chat never chose."""

    chat_id: int
    kind: str
    state: ChatState
    zone: str | None
    quiet: str | None


class StoredChats:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, chat_id: int) -> Chat | None:
        async with self._database.read() as connection:
            row = (await connection.execute(select(chats).where(chats.c.chat_id == chat_id))).first()
        return None if row is None else _chat(row)

    async def mark_active(self, chat_id: int, kind: str, at: datetime) -> bool:
        """The chat wrote. True where it had been marked unreachable, and so its follow-ups must wake."""
        async with self._database.write() as connection:
            await add(connection, chat_id, kind, at)
            slept = chats.c.state != ChatState.ACTIVE
            here = chats.c.chat_id == chat_id
            woken = await connection.execute(
                update(chats).where(here, slept).values(state=ChatState.ACTIVE.value, migrated_to=None)
            )
            await connection.execute(update(chats).where(here).values(seen_at=at, kind=kind))
        return woken.rowcount > 0

    async def set_preferences(
        self, chat_id: int, *, zone: str | None = None, quiet: str | None = None
    ) -> None:
        """Set what is given. `quiet` is «22:00-08:00», or empty for none."""
        given = {"zone": zone, "quiet": quiet}
        values = {name: value for name, value in given.items() if value is not None}
        async with self._database.write() as connection:
            await connection.execute(update(chats).where(chats.c.chat_id == chat_id).values(values))

    async def mark_unreachable(self, chat_id: int, state: ChatState, at: datetime) -> None:
        """The chat cannot be written to: nothing more is sent or planned until it writes."""
        async with self._database.write() as connection:
            await mark_unreachable(connection, chat_id, state, at)

    async def migrate(self, old: int, new: int, at: datetime) -> None:
        """A group became a supergroup: what it follows goes on under the new id. Twice is no error."""
        async with self._database.write() as connection:
            await migrate(connection, old, new, at)


async def add(connection: AsyncConnection, chat_id: int, kind: str, at: datetime) -> None:
    """Write the chat down unless it is known."""
    row = {"chat_id": chat_id, "kind": kind, "state": ChatState.ACTIVE.value}
    insert = insert_into(connection, chats).values(row | {"seen_at": at, "ready_at": EPOCH})
    await connection.execute(insert.on_conflict_do_nothing())


async def mark_unreachable(connection: AsyncConnection, chat_id: int, state: ChatState, at: datetime) -> None:
    """`StoredChats.mark_unreachable` inside an open transaction."""
    await connection.execute(update(chats).where(chats.c.chat_id == chat_id).values(state=state.value))
    theirs = subscriptions.c.chat_id == chat_id
    await connection.execute(update(subscriptions).where(theirs).values(asleep=True))
    # By subscription: that is how the outbox's one index over all states begins.
    mine = outbox.c.subscription_id.in_(select(subscriptions.c.id).where(theirs))
    still = (mine, outbox.c.state == "planned")
    cancelled = {"state": "cancelled", "reason": state.value, "settled_at": at}
    await connection.execute(update(outbox).where(*still).values(cancelled))


async def migrate(connection: AsyncConnection, old: int, new: int, at: datetime) -> None:
    """`StoredChats.migrate` inside an open transaction."""
    before = (await connection.execute(select(chats).where(chats.c.chat_id == old))).first()
    if before is None:
        return
    await add(connection, new, "supergroup", at)
    there = (await connection.execute(select(chats).where(chats.c.chat_id == new))).one()
    # What was chosen under the new id stands: the word of the move may come twice, and late.
    zone, quiet = (there.zone or before.zone), (before.quiet if there.quiet is None else there.quiet)
    kept = {"zone": zone, "quiet": quiet, "state": ChatState.ACTIVE.value}
    await connection.execute(update(chats).where(chats.c.chat_id == new).values(kept))
    await _move_subscriptions(connection, old, new)
    moved = select(subscriptions.c.id).where(subscriptions.c.chat_id == new)
    theirs = (outbox.c.subscription_id.in_(moved), outbox.c.state != "sent")
    await connection.execute(update(outbox).where(*theirs).values(chat_id=new))
    # To the bot the old group may have looked closed before it heard of the move.
    closed = (outbox.c.state == "cancelled", outbox.c.reason == before.state)
    again = {"state": "planned", "free_at": EPOCH, "reason": None, "settled_at": None}
    unsent = (*theirs, *closed, outbox.c.due_at >= outbox.c.settled_at)
    await connection.execute(update(outbox).where(*unsent).values(again))
    gone = {"state": ChatState.MIGRATED.value, "migrated_to": new}
    await connection.execute(update(chats).where(chats.c.chat_id == old).values(gone))


async def _move_subscriptions(connection: AsyncConnection, old: int, new: int) -> None:
    there = subscriptions.alias()
    same = select(there.c.id).where(
        there.c.chat_id == new,
        there.c.kind == subscriptions.c.kind,
        there.c.target == subscriptions.c.target,
    )
    # The new id may already follow the same: the reader's own later choice stands.
    twice = (subscriptions.c.chat_id == old, same.exists())
    doubled = select(subscriptions.c.id).where(*twice)
    await connection.execute(delete(outbox).where(outbox.c.subscription_id.in_(doubled)))
    await connection.execute(delete(subscriptions).where(*twice))
    await connection.execute(
        update(subscriptions).where(subscriptions.c.chat_id == old).values(chat_id=new, asleep=False)
    )


def _chat(row: Any) -> Chat:
    state = ChatState(row.state)
    return Chat(chat_id=row.chat_id, kind=row.kind, state=state, zone=row.zone, quiet=row.quiet)
