"""Promises to tell of an answer: agreed to, withdrawn, checked against each new base."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import delete, func, select, update

from bot.records.answer_alerts import AnswerAlert
from bot.storage import chats
from bot.storage.database import Database
from bot.storage.outbox_rows import EPOCH
from bot.storage.tables import asked, promises
from bot.storage.upsert import insert_into
from knowledge.language.question_equivalence import equivalence_key


class StoredAnswerAlerts:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, chat_id: int, message_id: int, at: datetime) -> bool:
        """Promise to tell of the answer to what this message refused; False where it refused nothing.

        Twice, or to the same question asked twice, is one promise.
        """
        query = select(asked).where(asked.c.chat_id == chat_id, asked.c.message_id == message_id)
        async with self._database.write() as connection:
            row = (await connection.execute(query.order_by(asked.c.id.desc()).limit(1))).first()
            if row is None or row.outcome != "refusal":
                return False
            question = row.understood or row.text
            new = {
                "chat_id": chat_id,
                "user_id": row.user_id,
                "asked_id": row.id,
                "question": question,
                "key": equivalence_key(question),
                "at": at,
                "checked": 0,
                "state": "waiting",
                "free_at": EPOCH,
                "attempts": 0,
            }
            again = {"asked_id": row.id, "at": at, "checked": 0, "state": "waiting", "attempts": 0}
            await chats.add(connection, chat_id, "private", at)
            upsert = insert_into(connection, promises).values(new)
            # One on its way stays on its way; one that was kept is given anew.
            over = promises.c.state.in_(("sent", "failed"))
            await connection.execute(
                upsert.on_conflict_do_update(index_elements=["chat_id", "key"], set_=again, where=over)
            )
        return True

    async def withdraw(self, chat_id: int, message_id: int) -> None:
        """The reader no longer wishes to be told of what this message refused."""
        texts = select(func.coalesce(asked.c.understood, asked.c.text)).where(
            asked.c.chat_id == chat_id, asked.c.message_id == message_id
        )
        async with self._database.write() as connection:
            keys = [equivalence_key(text) for text in (await connection.scalars(texts)).all()]
            theirs = (promises.c.chat_id == chat_id, promises.c.key.in_(keys))
            open_ = promises.c.state.in_(("waiting", "planned"))
            await connection.execute(delete(promises).where(*theirs, open_))

    async def unchecked(self, revision: int, limit: int) -> Sequence[AnswerAlert]:
        """Those that wait and were not yet checked against this revision, the oldest first."""
        query = select(promises.c.id, promises.c.chat_id, promises.c.question).where(
            promises.c.state == "waiting", promises.c.checked < revision
        )
        async with self._database.read() as connection:
            rows = await connection.execute(query.order_by(promises.c.id).limit(limit))
            return [AnswerAlert(**row._mapping) for row in rows]

    async def record_check(
        self, revision: int, unanswered: Sequence[int], due: Mapping[int, datetime]
    ) -> None:
        """What the check found: those still without an answer, and when to tell of the others."""
        waiting = promises.c.state == "waiting"
        async with self._database.write() as connection:
            if unanswered:
                still = update(promises).where(promises.c.id.in_(unanswered), waiting)
                await connection.execute(still.values(checked=revision))
            for number, at in due.items():
                planned = update(promises).where(promises.c.id == number, waiting)
                values = {"state": "planned", "due_at": at, "free_at": EPOCH, "checked": revision}
                await connection.execute(planned.values(values))
