"""The outbox of messages that nobody subscribed to: each once to each chat.

A report or a day's digest to an editor; to a reader that a fact of an answer was retired, or is back,
and what became of a report.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records.outbox import ChatState, Claim, Message, MessageKind
from bot.storage.connection.database import Database
from bot.storage.connection.upsert import insert_into
from bot.storage.outbox import chats as chat_rows
from bot.storage.outbox.private_outbox import PrivateOutbox
from bot.storage.tables import editor_messages, reports
from bot.storage.tables.sql_time import EPOCH

_KINDS = {
    "report": MessageKind.REPORTED,
    "digest": MessageKind.DIGEST,
    "retired": MessageKind.RETIRED,
    "restored": MessageKind.RESTORED,
    "fixed": MessageKind.CORRECTED,
    "kept": MessageKind.KEPT,
}
_BATCH = 100


class EditorMessageOutbox(PrivateOutbox):
    """`lease` is how long a claim holds, in seconds of the database's clock."""

    def __init__(self, database: Database, lease: float) -> None:
        super().__init__(database, editor_messages, lease)

    async def plan_reports(self, editors: Sequence[int], now: datetime) -> int:
        """A message for each editor of each report that nobody was told of; returns how many reports."""
        untold = select(reports.c.id).where(reports.c.told.is_(False)).order_by(reports.c.id).limit(_BATCH)
        async with self._database.read() as connection:
            if await connection.scalar(untold.limit(1)) is None:
                return 0
        async with self._database.write() as connection:
            numbers = (await connection.scalars(untold.with_for_update(skip_locked=True))).all()
            for editor in editors:
                await chat_rows.add(connection, editor, "private", now)
                for number in numbers:
                    await add(connection, editor, "report", str(number), now, now)
            told = update(reports).where(reports.c.id.in_(numbers))
            await connection.execute(told.values(told=True))
        return len(numbers)

    async def plan_digest(self, editor: int, day: str, since: datetime, due: datetime) -> None:
        """A digest of this day; nothing where it is planned or sent already."""
        async with self._database.write() as connection:
            await chat_rows.add(connection, editor, "private", due)
            await add(connection, editor, "digest", day, since, due)

    async def last_digest(self, editor: int) -> tuple[str, datetime] | None:
        """The day and the time of the newest digest."""
        mine = (editor_messages.c.chat_id == editor, editor_messages.c.what == "digest")
        query = select(editor_messages.c.subject, editor_messages.c.due_at).where(*mine)
        async with self._database.read() as connection:
            row = (await connection.execute(query.order_by(editor_messages.c.due_at.desc()).limit(1))).first()
        return None if row is None else (row.subject, row.due_at)

    def _message(self, row: Row[Any]) -> Message:
        return Message(
            id=row.id,
            subscription_id=0,
            chat_id=row.chat_id,
            target="editor",
            kind=row.what,
            subject_id=row.subject,
            version=0,
            what=_KINDS[row.what],
            due_at=row.due_at,
            zone="UTC",
            before=None,
            after={"since": row.since.isoformat()},
        )

    async def drop(self, claim: Claim, reason: str, at: datetime) -> None:
        """There is nothing to tell."""
        await self._settle(claim, {"state": "cancelled", "reason": reason, "settled_at": at, "claim": None})

    async def mark_chat_unreachable(self, claim: Claim, state: ChatState, at: datetime) -> None:
        """Who blocked the bot is told nothing of what they missed; editors have it in the inbox."""
        async with self._database.write() as connection:
            values = {"state": "failed", "reason": state.value, "settled_at": at}
            await connection.execute(self._claimed(claim).values(values))
            await chat_rows.mark_unreachable(connection, claim.chat_id, state, at)


async def add(
    connection: AsyncConnection, chat: int, what: str, subject: str, since: datetime, due: datetime
) -> None:
    row = {
        "chat_id": chat,
        "what": what,
        "subject": subject,
        "since": since,
        "due_at": due,
        "state": "planned",
        "free_at": EPOCH,
        "attempts": 0,
    }
    await connection.execute(insert_into(connection, editor_messages).values(row).on_conflict_do_nothing())
