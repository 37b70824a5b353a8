"""The editors' inbox: questions that wait, are in a proposal, closed, or out of scope for good."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records.editing import ProposalState
from bot.records.inbox import InboxItem
from bot.records.question_log import NOISE
from bot.storage.connection.database import Database
from bot.storage.connection.upsert import insert_into
from bot.storage.tables import asked, near_misses, promises, proposals, ratings, reports
from knowledge.language.question_equivalence import equivalence_key

_BATCH = 500


class StoredQuestionInbox:
    """`note_off_topic` is told of the questions that are marked as out of scope."""

    def __init__(
        self, database: Database, note_off_topic: Callable[[Sequence[str]], None] = lambda _texts: None
    ) -> None:
        self._database = database
        self._note_off_topic = note_off_topic

    async def open(self, limit: int) -> Sequence[InboxItem]:
        """The newest `limit` waiting questions, the oldest first; without those that a proposal settles."""
        text = func.coalesce(asked.c.understood, asked.c.text).label("text")
        names = (asked.c.id, asked.c.outcome, asked.c.at, asked.c.facts, text)
        query = (
            select(*names)
            .outerjoin(proposals, proposals.c.id == asked.c.proposal)
            .where(asked.c.closed_at.is_(None), asked.c.text != "", _is_unassigned(), _needs_attention())
            .order_by(asked.c.id.desc())
            .limit(limit)
        )
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
            disliked, reported = await _disliked(connection), await _reports(connection)
            waiting_ids = select(promises.c.asked_id).where(promises.c.state == "waiting")
            waiting = set((await connection.scalars(waiting_ids)).all())
            out_of_scope = set((await connection.scalars(select(near_misses.c.key))).all())
            complained = await _complained(connection)
        return [
            InboxItem(
                id=row.id,
                text=row.text,
                outcome=row.outcome,
                at=row.at,
                facts=tuple(row.facts),
                disliked=disliked.get(row.id, 0),
                reports=tuple(reported.get(row.id, ())),
                waiting=row.id in waiting,
                complained_at=complained.get(row.id),
            )
            for row in reversed(rows)
            if row.outcome == "answer" or equivalence_key(row.text) not in out_of_scope
        ]

    async def question(self, number: int) -> str | None:
        """The text of one question; None where it was deleted."""
        text = func.coalesce(asked.c.understood, asked.c.text)
        async with self._database.read() as connection:
            found: str | None = await connection.scalar(select(text).where(asked.c.id == number))
        return found

    async def assign(self, numbers: Sequence[int], proposal: int) -> None:
        """The proposal settles them: they come back only if it is dropped."""
        await self._mark(numbers, proposal=proposal)

    async def close(self, numbers: Sequence[int], at: datetime) -> None:
        await self._mark(numbers, closed_at=at)

    async def mark_out_of_scope(self, texts: Sequence[str], at: datetime) -> None:
        """Out of scope for good: the inbox hides them, and the gate checks that they stay refused."""
        async with self._database.write() as connection:
            for text in texts:
                miss = insert_into(connection, near_misses).values(
                    key=equivalence_key(text), text=text, at=at
                )
                await connection.execute(miss.on_conflict_do_nothing())
        self._note_off_topic(texts)

    async def decline_alerts(self, numbers: Sequence[int], texts: Sequence[str]) -> None:
        """Who waits for an answer to these questions will be told that there will be none."""
        keys = [equivalence_key(text) for text in texts]
        waits = (promises.c.state == "waiting") & promises.c.declined.is_(False)
        declined = {"declined": True, "checked": 0}
        async with self._database.write() as connection:
            for start in range(0, len(numbers), _BATCH):
                of_group = promises.c.asked_id.in_(numbers[start : start + _BATCH])
                await connection.execute(update(promises).where(waits, of_group).values(declined))
            await connection.execute(update(promises).where(waits, promises.c.key.in_(keys)).values(declined))

    async def near_misses(self) -> Sequence[str]:
        """The oldest first."""
        query = select(near_misses.c.text).order_by(near_misses.c.at, near_misses.c.key)
        async with self._database.read() as connection:
            return (await connection.scalars(query)).all()

    async def _mark(self, numbers: Sequence[int], **values: object) -> None:
        async with self._database.write() as connection:
            for start in range(0, len(numbers), _BATCH):
                which = asked.c.id.in_(numbers[start : start + _BATCH])
                await connection.execute(update(asked).where(which).values(values))


def _is_unassigned() -> ColumnElement[bool]:
    return or_(proposals.c.id.is_(None), proposals.c.state == ProposalState.DROPPED.value)


def _needs_attention() -> ColumnElement[bool]:
    disliked = select(ratings.c.id).where(ratings.c.asked_id == asked.c.id, ratings.c.good.is_(False))
    reported = select(reports.c.id).where(reports.c.asked_id == asked.c.id)
    unanswered = asked.c.outcome.in_(("choices", "refusal")) & asked.c.rule.not_in(NOISE)
    return or_(unanswered, disliked.exists(), reported.exists())


async def _complained(connection: AsyncConnection) -> dict[int, datetime]:
    """When readers last complained of each answer."""
    times: dict[int, datetime] = {}
    for table, *which in ((reports,), (ratings, ratings.c.good.is_(False))):
        query = select(table.c.asked_id, func.max(table.c.at).label("at")).where(*which)
        for row in await connection.execute(query.group_by(table.c.asked_id)):
            times[row.asked_id] = max(row.at, times.get(row.asked_id, row.at))
    return times


async def _disliked(connection: AsyncConnection) -> dict[int, int]:
    query = select(ratings.c.asked_id, func.count().label("number")).where(ratings.c.good.is_(False))
    rows = await connection.execute(query.group_by(ratings.c.asked_id))
    return {row.asked_id: row.number for row in rows}


async def _reports(connection: AsyncConnection) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    query = select(reports.c.asked_id, reports.c.text).order_by(reports.c.id)
    for row in await connection.execute(query):
        found[row.asked_id].append(row.text)
    return found
