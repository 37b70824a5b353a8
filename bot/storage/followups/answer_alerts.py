"""Answer alerts (table `promises`): requested, withdrawn, checked against each new revision of the base."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import delete, func, select, update

from bot.records.answer_alerts import AnswerAlert
from bot.storage.connection.database import Database
from bot.storage.connection.upsert import insert_into
from bot.storage.outbox import chats
from bot.storage.tables import asked, near_misses, promises
from bot.storage.tables.sql_time import EPOCH
from knowledge.language.question_equivalence import equivalence_key


class StoredAnswerAlerts:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, chat_id: int, message_id: int, at: datetime) -> bool:
        """Request an alert for the question that this message refused; False where it refused nothing.

        A chat has one alert per question, however often it was asked or requested.
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
            again |= {"declined": False}
            await chats.add(connection, chat_id, "private", at)
            upsert = insert_into(connection, promises).values(new)
            # An open alert stays as it is; one that was sent or failed starts again.
            settled = promises.c.state.in_(("sent", "failed"))
            await connection.execute(
                upsert.on_conflict_do_update(index_elements=["chat_id", "key"], set_=again, where=settled)
            )
        return True

    async def is_out_of_scope(self, chat_id: int, message_id: int) -> bool:
        """Whether an editor said that the base will never answer what this message refused."""
        texts = select(func.coalesce(asked.c.understood, asked.c.text)).where(
            asked.c.chat_id == chat_id, asked.c.message_id == message_id
        )
        async with self._database.read() as connection:
            keys = [equivalence_key(text) for text in (await connection.scalars(texts)).all()]
            known = select(near_misses.c.key).where(near_misses.c.key.in_(keys)).limit(1)
            return await connection.scalar(known) is not None

    async def withdraw(self, chat_id: int, message_id: int) -> None:
        """Delete the alert for the question that this message refused."""
        texts = select(func.coalesce(asked.c.understood, asked.c.text)).where(
            asked.c.chat_id == chat_id, asked.c.message_id == message_id
        )
        async with self._database.write() as connection:
            keys = [equivalence_key(text) for text in (await connection.scalars(texts)).all()]
            of_chat = (promises.c.chat_id == chat_id, promises.c.key.in_(keys))
            unsent = promises.c.state.in_(("waiting", "planned"))
            await connection.execute(delete(promises).where(*of_chat, unsent))

    async def waiting(self) -> Mapping[str, int]:
        """Each question that somebody waits for, with the number of people."""
        query = select(func.max(promises.c.question).label("question"), func.count().label("people"))
        waiting = query.where(promises.c.state == "waiting").group_by(promises.c.key)
        async with self._database.read() as connection:
            return {row.question: row.people for row in await connection.execute(waiting)}

    async def unchecked(self, revision: int, limit: int) -> Sequence[AnswerAlert]:
        """Waiting alerts not yet checked against this revision, the oldest first."""
        query = select(promises.c.id, promises.c.chat_id, promises.c.question, promises.c.declined).where(
            promises.c.state == "waiting", promises.c.checked < revision
        )
        async with self._database.read() as connection:
            rows = await connection.execute(query.order_by(promises.c.id).limit(limit))
            return [AnswerAlert(**row._mapping) for row in rows]

    async def record_check(
        self, revision: int, unanswered: Sequence[int], due: Mapping[int, datetime]
    ) -> None:
        """Store a check: alerts still without an answer, and when to send the others."""
        waiting = promises.c.state == "waiting"
        async with self._database.write() as connection:
            if unanswered:
                unanswered_rows = update(promises).where(promises.c.id.in_(unanswered), waiting)
                await connection.execute(unanswered_rows.values(checked=revision))
            for number, at in due.items():
                planned = update(promises).where(promises.c.id == number, waiting)
                values = {"state": "planned", "due_at": at, "free_at": EPOCH, "checked": revision}
                await connection.execute(planned.values(values))
