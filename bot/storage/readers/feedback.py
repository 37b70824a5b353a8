"""Feedback on answers: one rating per reader and answer, and error reports as free text."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.connection.database import Database
from bot.storage.connection.upsert import insert_into
from bot.storage.tables import asked, ratings, reports


class StoredFeedback:
    """An answer is found by the bot's message; a reply without facts is not an answer."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def rate(self, chat_id: int, message_id: int, user_id: int, at: datetime, *, good: bool) -> bool:
        """Store the reader's rating, replacing an earlier one; False where the message is no answer."""
        async with self._database.write() as connection:
            answer = await _answer_id(connection, chat_id, message_id)
            if answer is None:
                return False
            rating = {"asked_id": answer, "user_id": user_id, "good": good, "at": at}
            upsert = insert_into(connection, ratings).values(rating)
            newer = {"good": upsert.excluded.good, "at": upsert.excluded.at}
            await connection.execute(
                upsert.on_conflict_do_update(index_elements=["asked_id", "user_id"], set_=newer)
            )
            if not good:
                await _reopen(connection, answer)
        return True

    async def withdraw(self, chat_id: int, message_id: int, user_id: int) -> None:
        """Delete the reader's rating."""
        async with self._database.write() as connection:
            answer = await _answer_id(connection, chat_id, message_id)
            rating = (ratings.c.asked_id == answer, ratings.c.user_id == user_id)
            await connection.execute(delete(ratings).where(*rating))

    async def report(self, chat_id: int, message_id: int, user_id: int, text: str, at: datetime) -> bool:
        """Store an error report, also of a refusal; False where the message replies to no question."""
        async with self._database.write() as connection:
            answer = await _answer_id(connection, chat_id, message_id, or_refusal=True)
            if answer is None:
                return False
            row = {"asked_id": answer, "user_id": user_id, "text": text, "at": at}
            await connection.execute(insert(reports).values(row))
            await _reopen(connection, answer)
        return True


async def _answer_id(
    connection: AsyncConnection, chat_id: int, message_id: int, *, or_refusal: bool = False
) -> int | None:
    """The id of the newest answer in the message; with `or_refusal` also of a refusal or a choice."""
    query = select(asked.c.id, asked.c.outcome, asked.c.facts).where(
        asked.c.chat_id == chat_id, asked.c.message_id == message_id
    )
    row = (await connection.execute(query.order_by(asked.c.id.desc()).limit(1))).first()
    if row is None:
        return None
    is_answer = row.outcome == "answer" and row.facts
    return row.id if is_answer or (or_refusal and row.outcome != "answer") else None


async def _reopen(connection: AsyncConnection, answer: int) -> None:
    """Put the question back into the inbox, even if an editor closed it before."""
    question = update(asked).where(asked.c.id == answer)
    await connection.execute(question.values(closed_at=None, proposal=None))
