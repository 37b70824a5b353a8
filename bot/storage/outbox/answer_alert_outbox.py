"""The outbox of answer alerts: rows of `promises` whose question the base now answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, select

from bot.records.outbox import ChatState, Claim, Message, MessageKind
from bot.storage.connection.database import Database
from bot.storage.outbox import chats as chat_rows
from bot.storage.outbox.private_outbox import PrivateOutbox
from bot.storage.tables import asked, promises
from bot.storage.tables.sql_time import EPOCH


class AnswerAlertOutbox(PrivateOutbox):
    """`lease` is how long a claim holds, in seconds of the database's clock."""

    def __init__(self, database: Database, lease: float) -> None:
        super().__init__(database, promises, lease)

    def _beside(self) -> Sequence[ColumnElement[Any]]:
        refusal = select(asked.c.message_id).where(asked.c.id == promises.c.asked_id).scalar_subquery()
        return (refusal.label("refusal"),)

    def _message(self, row: Row[Any]) -> Message:
        return Message(
            id=row.id,
            subscription_id=0,
            chat_id=row.chat_id,
            target="question",
            kind="question",
            subject_id=row.key,
            version=row.checked,
            what=MessageKind.DECLINED if row.declined else MessageKind.ANSWERED,
            due_at=row.due_at,
            zone="UTC",
            before=None,
            after={"question": row.question, "refusal": row.refusal},
        )

    async def drop(self, claim: Claim, reason: str, at: datetime) -> None:  # noqa: ARG002 - the port's
        """The base no longer answers the question: the alert waits again."""
        await self._settle(claim, {"state": "waiting", "claim": None, "reason": reason})

    async def mark_chat_unreachable(self, claim: Claim, state: ChatState, at: datetime) -> None:
        """The alert stays planned: it is sent when the chat writes again, unless it is purged before."""
        async with self._database.write() as connection:
            planned = {"state": "planned", "free_at": EPOCH, "claim": None, "reason": state.value}
            await connection.execute(self._claimed(claim).values(planned))
            await chat_rows.mark_unreachable(connection, claim.chat_id, state, at)
