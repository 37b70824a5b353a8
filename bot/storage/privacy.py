"""What is kept about a person: all of it at hand, deleted at a word, and purged when it is old."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Table, Update, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database
from bot.storage.tables import (
    asked,
    chats,
    conversations,
    fsm,
    outbox,
    promises,
    ratings,
    reports,
    schedules,
    subscriptions,
    told,
    updates,
)
from bot.storage.tables.editing import audit, proposals, roles

_UPDATES = timedelta(days=2)
"""Telegram delivers an update again for 24 hours at most."""
_FORMS = timedelta(days=7)


class StoredPrivacy:
    """A person's private chat has the person's own id; in groups rows carry it as `user_id`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def export(self, user_id: int) -> Mapping[str, Any]:
        """All rows about the person as JSON values, by table."""
        async with self._database.read() as connection:
            found = {
                table.name: await _rows(connection, table, which)
                for table, which in _personal(user_id).items()
            }
            query = select(subscriptions, schedules.c.rule, schedules.c.zone, schedules.c.quiet).join(
                schedules
            )
            theirs = query.where(subscriptions.c.chat_id == user_id)
            for table, which in _edited(user_id).items():
                # An empty list would tell readers that there are such people.
                if rows := await _rows(connection, table, which):
                    found[table.name] = rows
            found["subscriptions"] = [_plain(row) for row in await connection.execute(theirs)]
        return found

    async def erase(self, user_id: int) -> None:
        """Delete all of it. What a group follows stays, without who set it up; who edited the base stays."""
        mine = select(subscriptions.c.id).where(subscriptions.c.chat_id == user_id)
        async with self._database.write() as connection:
            await connection.execute(delete(told).where(told.c.subscription_id.in_(mine)))
            await connection.execute(delete(outbox).where(outbox.c.subscription_id.in_(mine)))
            await connection.execute(delete(subscriptions).where(subscriptions.c.chat_id == user_id))
            set_up = subscriptions.c.created_by == user_id
            await connection.execute(update(subscriptions).where(set_up).values(created_by=0))
            for table, which in _personal(user_id).items():
                await connection.execute(delete(table).where(which))

    async def purge(self, now: datetime, kept: timedelta, texts: timedelta) -> int:
        """Drop what is older than `kept` (talks, deliveries, promises) or past use; how many rows.

        Questions, ratings and reports of that age stay without the ids of who asked, to
        show what the base lacks; older than `texts` they go, too.
        """
        old, purged = now - kept, 0
        stale = {
            asked: asked.c.at < now - texts,
            conversations: conversations.c.at < old,
            outbox: outbox.c.settled_at < old,
            promises: promises.c.at < old,
            updates: updates.c.at < now - _UPDATES,
            fsm: fsm.c.at < now - _FORMS,
        }
        for table, which in stale.items():
            async with self._database.write() as connection:
                purged += (await connection.execute(delete(table).where(which))).rowcount
        for statement in _without_ids(old):
            async with self._database.write() as connection:
                purged += (await connection.execute(statement)).rowcount
        return purged


def _personal(user_id: int) -> Mapping[Table, ColumnElement[bool]]:
    mine = select(subscriptions.c.id).where(subscriptions.c.chat_id == user_id)
    return {
        asked: or_(asked.c.user_id == user_id, asked.c.chat_id == user_id),
        conversations: or_(conversations.c.user_id == user_id, conversations.c.chat_id == user_id),
        fsm: or_(fsm.c.user_id == user_id, fsm.c.chat_id == user_id),
        outbox: outbox.c.subscription_id.in_(mine),
        chats: chats.c.chat_id == user_id,
        ratings: ratings.c.user_id == user_id,
        reports: reports.c.user_id == user_id,
        promises: or_(promises.c.user_id == user_id, promises.c.chat_id == user_id),
    }


def _without_ids(old: datetime) -> tuple[Update, ...]:
    nobody = {"chat_id": 0, "user_id": 0, "message_id": 0, "explanation": ""}
    return (
        update(asked).where(asked.c.at < old, or_(asked.c.user_id != 0, asked.c.chat_id != 0)).values(nobody),
        update(ratings).where(ratings.c.at < old, ratings.c.user_id.is_not(None)).values(user_id=None),
        update(reports).where(reports.c.at < old, reports.c.user_id.is_not(None)).values(user_id=None),
    )


async def _rows(
    connection: AsyncConnection, table: Table, which: ColumnElement[bool]
) -> list[dict[str, Any]]:
    return [_plain(row) for row in await connection.execute(select(table).where(which))]


def _plain(row: Any) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in row._mapping.items()
    }


def _edited(user_id: int) -> Mapping[Table, ColumnElement[bool]]:
    """What the base's history needs: handed over, not deleted."""
    return {
        roles: roles.c.user_id == user_id,
        proposals: proposals.c.author_id == user_id,
        audit: audit.c.user_id == user_id,
    }
