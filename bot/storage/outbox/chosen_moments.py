"""Rows at moments that a reader chose: held while nothing may be sent, and given to another subscription."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records.outbox import MessageKind
from bot.storage.outbox.outbox_rows import (
    CHOSEN_KINDS,
    CHOSEN_VERSION,
    UNSENT_STATES,
    insert_rows,
    row_constants,
)
from bot.storage.tables import outbox, subscriptions
from bot.storage.tables.sql_time import EPOCH


async def add_chosen(
    connection: AsyncConnection, subscription_id: int, event_id: str, what: MessageKind, at: datetime
) -> None:
    """A row of the outbox for a reminder at a moment that the reader chose."""
    columns = row_constants("event", event_id, CHOSEN_VERSION, what, at)
    one = select(subscriptions.c.id, subscriptions.c.chat_id, *columns)
    await insert_rows(connection, one.where(subscriptions.c.id == subscription_id), revive=True)


async def hold_chosen(connection: AsyncConnection, which: ColumnElement[bool]) -> None:
    """The subscription is paused, or its chat unreachable: what its reader chose waits."""
    mine = (which, outbox.c.what.in_(CHOSEN_KINDS), outbox.c.state == "planned")
    await connection.execute(update(outbox).where(*mine).values(state="held"))


async def release_chosen(connection: AsyncConnection, which: ColumnElement[bool], now: datetime) -> None:
    """It is delivered to again: what is still ahead is planned, what was due meanwhile is not sent."""
    held = (which, outbox.c.state == "held")
    missed = {"state": "cancelled", "reason": "due while held", "settled_at": now}
    await connection.execute(update(outbox).where(*held, outbox.c.due_at <= now).values(missed))
    again = {"state": "planned", "free_at": EPOCH, "reason": None}
    await connection.execute(update(outbox).where(*held).values(again))


async def give_chosen(connection: AsyncConnection, event_id: str, giver: Select[Any], taker: int) -> None:
    """The moments chosen for the event under one of the subscriptions `giver` are now those of `taker`."""
    mine = (
        outbox.c.subscription_id.in_(giver),
        outbox.c.subject_id == event_id,
        outbox.c.what.in_(CHOSEN_KINDS),
        outbox.c.state.in_(UNSENT_STATES),
    )
    chosen = (await connection.execute(select(outbox.c.what, outbox.c.due_at).where(*mine))).all()
    for row in chosen:
        await add_chosen(connection, taker, event_id, MessageKind(row.what), row.due_at)
