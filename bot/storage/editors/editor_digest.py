"""What a message to editors tells: a report, or the counts of a digest."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records.editing import ProposalState
from bot.records.editor_messages import DigestCounts, PublishedEdit, ReportedAnswer
from bot.records.question_log import ALERT_RULE
from bot.storage.connection.database import Database
from bot.storage.editors.readers_only import by_readers
from bot.storage.tables import asked, changes, promises, proposals, ratings, reports, revisions
from knowledge.facts.edits import Change
from knowledge.facts.serialization import EntityKind, Key, from_row

_SEED = "seed"
"""The origin of the revision that only loads the files."""


class StoredDigest:
    """`owners`: people with a role that is not stored; what editors ask themselves is not counted."""

    def __init__(self, database: Database, owners: Collection[int] = ()) -> None:
        self._database, self._owners = database, tuple(owners)

    async def report(self, number: int) -> ReportedAnswer | None:
        """None where the report was deleted."""
        text = func.coalesce(asked.c.understood, asked.c.text).label("question")
        query = select(reports.c.text, text, reports.c.asked_id).join(asked).where(reports.c.id == number)
        async with self._database.read() as connection:
            row = (await connection.execute(query)).first()
        return None if row is None else ReportedAnswer(**row._mapping)

    async def since(self, at: datetime, until: datetime) -> DigestCounts:
        """What happened after `at`, up to `until`."""
        outcome = select(asked.c.outcome, func.count().label("number")).where(
            asked.c.at > at,
            asked.c.at <= until,
            asked.c.rule != ALERT_RULE,
            by_readers(asked, self._owners),
        )
        disliked = select(func.count()).where(
            ratings.c.good.is_(False),
            ratings.c.at > at,
            ratings.c.at <= until,
            by_readers(ratings, self._owners),
        )
        new_reports = select(reports.c.text).where(reports.c.at > at, reports.c.at <= until)
        made = select(revisions.c.number, revisions.c.author, revisions.c.why).where(
            revisions.c.at > at, revisions.c.at <= until, revisions.c.origin != _SEED
        )
        states = select(proposals.c.state, func.count().label("number")).group_by(proposals.c.state)
        async with self._database.read() as connection:
            rows = await connection.execute(outcome.group_by(asked.c.outcome))
            counts = {row.outcome: row.number for row in rows}
            open_ones = {row.state: row.number for row in await connection.execute(states)}
            newest = (await connection.scalars(new_reports.order_by(reports.c.id.desc()))).all()
            published = (await connection.execute(made.order_by(revisions.c.number))).all()
            edits = await _changes(connection, [row.number for row in published])
            return DigestCounts(
                refused=counts.get("refusal", 0),
                choices=counts.get("choices", 0),
                disliked=await connection.scalar(disliked) or 0,
                reports=tuple(newest),
                waiting=await connection.scalar(
                    select(func.count(promises.c.chat_id.distinct())).where(promises.c.state == "waiting")
                )
                or 0,
                drafts=open_ones.get(ProposalState.DRAFT.value, 0),
                awaiting=open_ones.get(ProposalState.AWAITING.value, 0),
                published=tuple(
                    PublishedEdit(author=row.author, why=row.why, changes=edits.get(row.number, ()))
                    for row in published
                ),
            )


async def _changes(connection: AsyncConnection, numbers: Sequence[int]) -> dict[int, tuple[Change, ...]]:
    """What each of these revisions changed."""
    found: dict[int, tuple[Change, ...]] = {}
    query = select(changes).where(changes.c.revision.in_(numbers)).order_by(changes.c.revision)
    for row in await connection.execute(query):
        key = Key(EntityKind(row.kind), row.id)
        was, now = (None if body is None else from_row(key.kind, body) for body in (row.before, row.after))
        change = Change(key=key, before=was, after=now)
        found[row.revision] = (*found.get(row.revision, ()), change)
    return found
