"""Readers who were told a fact that is retired since: each is told of it once, and once that it is back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, exists, select

from bot.storage.connection.database import Database
from bot.storage.followups.told_readers import told_within
from bot.storage.outbox import chats as chat_rows
from bot.storage.outbox.editor_messages import add
from bot.storage.tables import changes, editor_messages, entities, proposals, revisions
from knowledge.facts.model import Fact
from knowledge.facts.serialization import EntityKind, from_row

RETIRED, RESTORED = "retired", "restored"
_FACT = EntityKind.FACT.value


class StoredRetirements:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def newest(self) -> int:
        """The newest revision in which a fact was retired or added, 0 before the first."""
        came_or_went = changes.c.after.is_(None) | changes.c.before.is_(None)
        query = select(changes.c.revision).where(changes.c.kind == _FACT, came_or_went)
        async with self._database.read() as connection:
            return await connection.scalar(query.order_by(changes.c.revision.desc()).limit(1)) or 0

    async def told(self, since: datetime, within: timedelta) -> Mapping[str, Sequence[int]]:
        """Facts retired `since` and still away, each with the private chats that it answered `within` before.

        Followers of a fact are left out, who are told of every change of it, and the editor who retired it.
        """
        found: dict[str, Sequence[int]] = {}
        away = ~exists().where(entities.c.kind == _FACT, entities.c.id == changes.c.id)
        gone = (
            select(changes.c.id, revisions.c.at, proposals.c.author_id)
            .join(revisions, revisions.c.number == changes.c.revision)
            .outerjoin(proposals, proposals.c.revision == changes.c.revision)
            .where(changes.c.kind == _FACT, changes.c.after.is_(None), revisions.c.at >= since, away)
        )
        async with self._database.read() as connection:
            for fact, at, author in (await connection.execute(gone)).all():
                readers = told_within(fact, at - within, at, author)
                found[fact] = tuple((await connection.scalars(readers)).all())
        return found

    async def restored(self, since: datetime) -> Mapping[str, Sequence[int]]:
        """Facts that came back `since`, each with the chats that were told that it was retired."""
        back = (
            select(changes.c.id)
            .join(revisions, revisions.c.number == changes.c.revision)
            .where(changes.c.kind == _FACT, changes.c.before.is_(None), revisions.c.at >= since)
        )
        is_there = exists().where(entities.c.kind == _FACT, entities.c.id == editor_messages.c.subject)
        told = select(editor_messages.c.subject, editor_messages.c.chat_id).where(
            was_told(RETIRED), editor_messages.c.subject.in_(back), is_there
        )
        found: dict[str, list[int]] = {}
        async with self._database.read() as connection:
            for row in await connection.execute(told):
                found.setdefault(row.subject, []).append(row.chat_id)
        return found

    async def plan(self, what: str, fact: str, due: Mapping[int, datetime], now: datetime) -> None:
        """A message to each of these chats; nothing to those that were told this of the fact."""
        async with self._database.write() as connection:
            for chat, at in due.items():
                await chat_rows.add(connection, chat, "private", now)
                await add(connection, chat, what, fact, now, at)

    async def statement(self, fact: str) -> str | None:
        """What a retired fact said; None where the base has it again."""
        last = select(changes).where(changes.c.kind == _FACT, changes.c.id == fact)
        async with self._database.read() as connection:
            row = (await connection.execute(last.order_by(changes.c.revision.desc()).limit(1))).first()
        if row is None or row.after is not None or row.before is None:
            return None
        return _says(row.before)

    async def restored_statement(self, fact: str) -> str | None:
        """What a fact says that is in the base; None where it is retired again."""
        body = select(entities.c.body).where(entities.c.kind == _FACT, entities.c.id == fact)
        async with self._database.read() as connection:
            found = await connection.scalar(body)
        return None if found is None else _says(found)


def was_told(what: str) -> ColumnElement[bool]:
    return (editor_messages.c.what == what) & (editor_messages.c.state == "sent")


def _says(body: Any) -> str:
    fact = from_row(EntityKind.FACT, body)
    assert isinstance(fact, Fact)
    return fact.says
