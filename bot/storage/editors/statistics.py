"""Statistics: counts of readers' questions and ratings, of followers and of sent messages."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, String, Table, case, cast, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records.outbox import TO_READERS
from bot.records.question_log import ALERT_RULE, NOISE
from bot.records.statistics import DailyQuestions, Statistics
from bot.storage.connection.database import Database
from bot.storage.editors.readers_only import by_readers
from bot.storage.tables import asked, editor_messages, outbox, promises, ratings, reports, subscriptions

_TOP = 5
_MAX_TEXTS = 500
"""The most frequent texts of refused questions, merged where they differ in case and spaces."""


class StoredStatistics:
    """`zone` determines the local day; `is_question`: whether a text that was refused asks anything.

    What anybody with a role asks or rates is not counted; `owners`: those whose role is not stored.
    """

    def __init__(
        self,
        database: Database,
        zone: ZoneInfo,
        is_question: Callable[[str], bool] = bool,
        owners: Collection[int] = (),
    ) -> None:
        self._database = database
        self._zone = zone
        self._is_question = is_question
        self._owners = tuple(owners)

    async def over(self, days: int, now: datetime) -> Statistics:
        """The last `days` days, including today."""
        last = now.astimezone(self._zone).date()
        dates = [last - timedelta(days=back) for back in reversed(range(days))]
        since = self._midnight(dates[0])
        async with self._database.read() as connection:
            good, bad = await self._ratings(connection, since)
            sent, failed = await _sent_and_failed(connection, since)
            return Statistics(
                days=await self._days(connection, dates),
                facts=await self._facts(connection, since),
                refusals=await self._refusals(connection, since),
                liked=good,
                disliked=bad,
                reports=await _count(connection, reports, reports.c.at >= since, self._by_readers(reports)),
                followers=await connection.scalar(_followers()) or 0,
                subscriptions=await _count(connection, subscriptions, subscriptions.c.kind != "declined"),
                sent=sent,
                failed=failed,
                waiting=await _count(connection, promises, promises.c.state == "waiting"),
            )

    async def _days(self, connection: AsyncConnection, dates: Sequence[date]) -> tuple[DailyQuestions, ...]:
        place = case(
            *(
                (asked.c.at < self._midnight(day + timedelta(days=1)), place)
                for place, day in enumerate(dates)
            ),
            else_=len(dates) - 1,
        ).label("place")
        query = select(place, asked.c.outcome, func.count().label("number"))
        query = query.where(
            asked.c.at >= self._midnight(dates[0]), asked.c.rule != ALERT_RULE, self._by_readers(asked)
        )
        query = query.group_by(place, asked.c.outcome)
        counts = {(row.place, row.outcome): row.number for row in await connection.execute(query)}
        return tuple(
            DailyQuestions(
                day=day,
                answered=counts.get((place, "answer"), 0),
                choices=counts.get((place, "choices"), 0),
                refused=counts.get((place, "refusal"), 0),
            )
            for place, day in enumerate(dates)
        )

    async def _refusals(self, connection: AsyncConnection, since: datetime) -> tuple[tuple[str, int], ...]:
        number = func.count().label("number")
        query = select(asked.c.text, number).where(
            asked.c.at >= since,
            asked.c.outcome == "refusal",
            asked.c.rule.not_in(NOISE),
            self._by_readers(asked),
        )
        counts: Counter[str] = Counter()
        names: dict[str, str] = {}
        rows = await connection.execute(
            query.group_by(asked.c.text).order_by(number.desc(), func.min(asked.c.id)).limit(_MAX_TEXTS)
        )
        for row in rows:
            if self._is_question(row.text):
                folded = " ".join(row.text.casefold().split()).rstrip("?!. ")
                counts[names.setdefault(folded, row.text)] += row.number
        return _top(counts)

    async def _facts(self, connection: AsyncConnection, since: datetime) -> tuple[tuple[str, int], ...]:
        # PostgreSQL cannot group by JSON, only by its text.
        shown = cast(asked.c.facts, String).label("shown")
        query = select(shown, func.count().label("number")).where(
            asked.c.at >= since, asked.c.outcome == "answer", self._by_readers(asked)
        )
        counts: Counter[str] = Counter()
        for row in await connection.execute(query.group_by(shown)):
            counts.update(dict.fromkeys(json.loads(row.shown), row.number))
        return _top(counts)

    async def _ratings(self, connection: AsyncConnection, since: datetime) -> tuple[int, int]:
        which = ratings.c.at >= since, self._by_readers(ratings)
        good = await _count(connection, ratings, *which, ratings.c.good.is_(True))
        return good, await _count(connection, ratings, *which, ratings.c.good.is_(False))

    def _by_readers(self, table: Table) -> ColumnElement[bool]:
        return by_readers(table, self._owners)

    def _midnight(self, day: date) -> datetime:
        return datetime.combine(day, time(), self._zone)


async def _sent_and_failed(connection: AsyncConnection, since: datetime) -> tuple[int, int]:
    """What the bot sent to readers by itself: reminders, news, answers that they waited for."""
    to_readers = editor_messages.c.what.in_(TO_READERS)
    counts: Counter[str] = Counter()
    for table, *which in ((outbox,), (promises,), (editor_messages, to_readers)):
        for state in ("sent", "failed"):
            settled = (table.c.state == state, table.c.settled_at >= since)
            counts[state] += await _count(connection, table, *settled, *which)
    return counts["sent"], counts["failed"]


def _followers() -> Any:
    return select(func.count(subscriptions.c.chat_id.distinct())).where(subscriptions.c.kind != "declined")


async def _count(connection: AsyncConnection, table: Table, *which: ColumnElement[bool]) -> int:
    return await connection.scalar(select(func.count()).select_from(table).where(*which)) or 0


def _top(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    """The greatest counts; ties by name, so that the order is stable."""
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:_TOP])
