"""Reports of errors that editors have settled, of which their readers have not been told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, String, cast, exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records.editing import ProposalState
from bot.records.outbox import MessageKind
from bot.records.settled_reports import SettledReport
from bot.storage.connection.database import Database
from bot.storage.fact_base.corrected_facts import corrected
from bot.storage.outbox import chats as chat_rows
from bot.storage.outbox.editor_messages import add
from bot.storage.tables import asked, editor_messages, entities, proposals, reports
from knowledge.facts.model import Fact
from knowledge.facts.serialization import EntityKind, from_row

CORRECTED, KEPT = MessageKind.CORRECTED.value, MessageKind.KEPT.value
_FACT = EntityKind.FACT.value
_REMEMBERED = timedelta(days=30)
"""Whoever reported earlier has forgotten it."""


class StoredSettledReports:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def untold(self, now: datetime) -> Sequence[SettledReport]:
        """Settled by a correction of what the answer told, by an edit for the question, or by closing it."""
        async with self._database.read() as connection:
            rows = (await connection.execute(_open_reports(now - _REMEMBERED))).all()
            if not rows:
                return ()
            facts = {fact for row in rows for fact in row.facts}
            times = await corrected(connection, facts, min(row.at for row in rows))
            known = await _known(connection, facts)
            found = []
            for row in rows:
                is_better = row.published is not None or _is_corrected(row, times)
                if (is_better or row.closed_at is not None) and not await _is_told(connection, row, known):
                    found.append(SettledReport(id=row.id, chat_id=row.user_id, corrected=is_better))
        return found

    async def plan(self, report: SettledReport, due: datetime, now: datetime) -> None:
        what = CORRECTED if report.corrected else KEPT
        async with self._database.write() as connection:
            await chat_rows.add(connection, report.chat_id, "private", now)
            await add(connection, report.chat_id, what, str(report.id), now, due)

    async def reported(self, number: int) -> tuple[str, str | None] | None:
        """The question of a report, and what its fact says now; None where the report is gone."""
        query = select(func.coalesce(asked.c.understood, asked.c.text).label("text"), asked.c.facts)
        query = query.join(reports, reports.c.asked_id == asked.c.id).where(reports.c.id == number)
        async with self._database.read() as connection:
            row = (await connection.execute(query)).first()
            if row is None:
                return None
            known = await _known(connection, row.facts)
        return row.text, next((known[fact] for fact in row.facts if fact in known), None)


def _open_reports(since: datetime) -> Any:
    """Those of readers who are known, and were told nothing of them."""
    told = exists().where(
        editor_messages.c.chat_id == reports.c.user_id,
        editor_messages.c.what.in_((CORRECTED, KEPT)),
        editor_messages.c.subject == cast(reports.c.id, String),
    )
    made_for_it = (proposals.c.id == asked.c.proposal) & (proposals.c.state == ProposalState.PUBLISHED.value)
    return (
        select(
            *(reports.c.id, reports.c.user_id, reports.c.at, asked.c.facts, asked.c.closed_at),
            proposals.c.revision.label("published"),
        )
        .join(asked, asked.c.id == reports.c.asked_id)
        .outerjoin(proposals, made_for_it)
        .where(reports.c.user_id.is_not(None), reports.c.at > since, ~told)
        .order_by(reports.c.id)
    )


def _is_corrected(row: Row[Any], times: Mapping[str, datetime]) -> bool:
    return any(times[fact] > row.at for fact in row.facts if fact in times)


async def _is_told(connection: AsyncConnection, row: Row[Any], known: Mapping[str, str]) -> bool:
    """Whether the reader is told already that the fact of the answer was retired."""
    gone = [fact for fact in row.facts if fact not in known]
    query = select(editor_messages.c.id).where(
        editor_messages.c.chat_id == row.user_id,
        editor_messages.c.what == MessageKind.RETIRED.value,
        editor_messages.c.subject.in_(gone),
    )
    return bool(gone) and await connection.scalar(query.limit(1)) is not None


async def _known(connection: AsyncConnection, facts: Sequence[str] | set[str]) -> dict[str, str]:
    """What the facts that the base has say."""
    query = select(entities.c.id, entities.c.body).where(entities.c.kind == _FACT, entities.c.id.in_(facts))
    bodies = {row.id: from_row(EntityKind.FACT, row.body) for row in await connection.execute(query)}
    return {key: fact.says for key, fact in bodies.items() if isinstance(fact, Fact)}
