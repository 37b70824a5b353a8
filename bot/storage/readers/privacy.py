"""Personal data: export, erasure at the person's request, and the purge of old rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Table, Update, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records.outbox import TO_READERS
from bot.storage.connection.database import Database
from bot.storage.tables import (
    asked,
    chats,
    conversations,
    editor_messages,
    fsm,
    links,
    outbox,
    promises,
    ratings,
    reports,
    schedules,
    subscriptions,
    told,
    updates,
)
from bot.storage.tables.editing import audit, editor_settings, proposals, roles, unfinished_forms

_UPDATES_AGE = timedelta(days=2)
"""How long handled updates are stored: Telegram redelivers an update for 24 hours at most."""
_FORMS_AGE = timedelta(days=7)
_TO_READERS = editor_messages.c.what.in_(TO_READERS)


class StoredPrivacy:
    """The id of a private chat is the person's user id; in groups rows have it as `user_id`."""

    def __init__(self, database: Database, forget: Callable[[int], None] = lambda _: None) -> None:
        """`forget`: told of whoever is erased, so that memory forgets them as well."""
        self._database = database
        self._forget = forget

    async def export(self, user_id: int) -> Mapping[str, Any]:
        """All rows about the person as JSON values, by table."""
        async with self._database.read() as connection:
            rows = {
                table.name: await _rows(connection, table, which)
                for table, which in _personal_rows(user_id).items()
            }
            query = select(subscriptions, schedules.c.rule, schedules.c.zone, schedules.c.quiet).join(
                schedules
            )
            followed = query.where(subscriptions.c.chat_id == user_id)
            for table, which in _editing_rows(user_id).items():
                # An empty list would show readers that editors exist.
                if edited := await _rows(connection, table, which):
                    rows[table.name] = edited
            # Its table is called by its other messages, of which readers know nothing.
            if notices := await _rows(connection, editor_messages, _told_of_retired(user_id)):
                rows["retired"] = notices
            rows["subscriptions"] = [_to_json(row) for row in await connection.execute(followed)]
        return rows

    async def erase(self, user_id: int) -> None:
        """Delete all of it, except what a group follows (its creator is cleared) and the history of edits."""
        mine = select(subscriptions.c.id).where(subscriptions.c.chat_id == user_id)
        self._forget(user_id)
        async with self._database.write() as connection:
            await connection.execute(delete(told).where(told.c.subscription_id.in_(mine)))
            await connection.execute(delete(outbox).where(outbox.c.subscription_id.in_(mine)))
            await connection.execute(delete(subscriptions).where(subscriptions.c.chat_id == user_id))
            set_up = subscriptions.c.created_by == user_id
            await connection.execute(update(subscriptions).where(set_up).values(created_by=0))
            for table, which in _personal_rows(user_id).items():
                await connection.execute(delete(table).where(which))
            await connection.execute(delete(editor_messages).where(_told_of_retired(user_id)))

    async def purge(self, now: datetime, kept: timedelta, texts: timedelta) -> int:
        """Delete conversations, sent messages and alerts older than `kept`; returns how many rows changed.

        Questions, ratings and reports of that age are anonymised: editors still see what the
        base lacks. Questions older than `texts` are deleted, with their ratings and reports.
        """
        old, purged = now - kept, 0
        stale = {
            asked: asked.c.at < now - texts,
            conversations: conversations.c.at < old,
            outbox: outbox.c.settled_at < old,
            promises: promises.c.at < old,
            updates: updates.c.at < now - _UPDATES_AGE,
            fsm: fsm.c.at < now - _FORMS_AGE,
            links: links.c.at < now - texts,
            editor_messages: _TO_READERS & (editor_messages.c.due_at < old),
            unfinished_forms: unfinished_forms.c.at < old,
        }
        for table, which in stale.items():
            async with self._database.write() as connection:
                purged += (await connection.execute(delete(table).where(which))).rowcount
        for statement in _anonymise(old):
            async with self._database.write() as connection:
                purged += (await connection.execute(statement)).rowcount
        return purged


def _told_of_retired(user_id: int) -> ColumnElement[bool]:
    return (editor_messages.c.chat_id == user_id) & _TO_READERS


def _personal_rows(user_id: int) -> Mapping[Table, ColumnElement[bool]]:
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


def _anonymise(old: datetime) -> tuple[Update, ...]:
    nobody = {"chat_id": 0, "user_id": 0, "message_id": 0, "question_id": None, "explanation": ""}
    return (
        update(asked).where(asked.c.at < old, or_(asked.c.user_id != 0, asked.c.chat_id != 0)).values(nobody),
        update(ratings).where(ratings.c.at < old, ratings.c.user_id.is_not(None)).values(user_id=None),
        update(reports).where(reports.c.at < old, reports.c.user_id.is_not(None)).values(user_id=None),
    )


async def _rows(
    connection: AsyncConnection, table: Table, which: ColumnElement[bool]
) -> list[dict[str, Any]]:
    return [_to_json(row) for row in await connection.execute(select(table).where(which))]


def _to_json(row: Any) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in row._mapping.items()
    }


def _editing_rows(user_id: int) -> Mapping[Table, ColumnElement[bool]]:
    """Rows that the history of the base needs: exported, not deleted."""
    return {
        roles: roles.c.user_id == user_id,
        proposals: proposals.c.author_id == user_id,
        audit: audit.c.user_id == user_id,
        unfinished_forms: unfinished_forms.c.user_id == user_id,
        editor_settings: editor_settings.c.user_id == user_id,
    }
