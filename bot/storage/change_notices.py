"""News of a change on its way to followers: reached in portions, so that a million costs nothing at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, case, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records.outbox import MessageKind
from bot.records.subscriptions import Schedule
from bot.storage.database import Database
from bot.storage.outbox_rows import (
    does_not_follow_event,
    follows_chain,
    follows_event,
    insert_rows,
    is_deliverable,
    is_planned,
    row_constants,
)
from bot.storage.tables import notices, outbox, plans, schedules, subjects, subscriptions
from knowledge.facts.edits import Change, is_visible
from knowledge.facts.serialization import EntityKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeNotice:
    """`reached` is the last subscription that has its row."""

    id: int
    kind: str
    subject_id: str
    version: int
    revision: int
    reached: int
    done: bool
    swept: bool


class StoredChangeNotices:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def pending(self) -> Sequence[ChangeNotice]:
        """Those not yet spread to every follower, or not yet swept, the oldest first."""
        open_ = or_(notices.c.done.is_(False), notices.c.swept.is_(False))
        columns = [notices.c[name] for name in ChangeNotice.__dataclass_fields__]
        query = select(*columns).where(open_).order_by(notices.c.id)
        async with self._database.read() as connection:
            return [ChangeNotice(**row._mapping) for row in await connection.execute(query)]

    async def waiting(self, at_most: int) -> int:
        """How many messages about changes are yet to be sent; counting stops at `at_most`."""
        open_rows = select(outbox.c.id).where(is_planned(), outbox.c.what == MessageKind.CHANGED.value)
        async with self._database.read() as connection:
            counted = select(func.count()).select_from(open_rows.limit(at_most).subquery())
            return await connection.scalar(counted) or 0

    async def schedules(self, notice: ChangeNotice, limit: int) -> tuple[int, Mapping[int, Schedule]]:
        """The next portion: its last subscription, and the distinct schedules in it by id."""
        ids = select(subscriptions.c.id).where(_followers(notice), subscriptions.c.id > notice.reached)
        portion = ids.order_by(subscriptions.c.id).limit(limit).subquery()
        async with self._database.read() as connection:
            last = await connection.scalar(select(func.max(portion.c.id)))
            if last is None:
                return notice.reached, {}
            within = subscriptions.c.id.between(notice.reached + 1, last)
            used = select(subscriptions.c.schedule_id).where(_followers(notice), within)
            query = select(schedules).where(schedules.c.id.in_(used))
            rows = (await connection.execute(query)).all()
        return last, {row.id: Schedule(rule=row.rule, zone=row.zone, quiet=row.quiet) for row in rows}

    async def audience(self, changes: Sequence[Change]) -> int:
        """How many chats a publication of these changes would tell."""
        return await audience(self._database, changes)

    async def fan_out(self, notice: ChangeNotice, last: int, due: Mapping[int, datetime]) -> int:
        """A row for every follower after `reached` up to `last`, due by schedule; how many.

        With no schedule left the notice is done. Twice, or by two workers, makes nothing new.
        """
        made = 0
        async with self._database.write() as connection:
            if not await _current(connection, notice):
                return 0
            for schedule_id, at in due.items():
                row = row_constants(notice.kind, notice.subject_id, notice.version, MessageKind.CHANGED, at)
                followers = select(subscriptions.c.id, subscriptions.c.chat_id, *row).where(
                    _followers(notice),
                    subscriptions.c.id.between(notice.reached + 1, last),
                    subscriptions.c.schedule_id == schedule_id,
                    is_deliverable(),
                    subscriptions.c.revision < notice.revision,
                )
                made += await insert_rows(connection, followers)
            done = update(notices).where(notices.c.id == notice.id)
            await connection.execute(done.values(reached=last, done=not due))
        return made

    async def cancel_stale(self, notice: ChangeNotice, at: datetime, limit: int) -> int:
        """Mark what this change voids: rows of an older date, and older news; how many, at most `limit`.

        They were void from the moment of the change. Those that would have come first are
        marked first, so that claims need not step over them for long.
        """
        mine = and_(subjects.c.kind == notice.kind, subjects.c.id == notice.subject_id)
        async with self._database.write() as connection:
            subject = (await connection.execute(select(subjects).where(mine).with_for_update())).one()
            valid = case((outbox.c.what == MessageKind.CHANGED.value, subject.version), else_=subject.plan)
            stale = select(outbox.c.id).where(
                outbox.c.kind == notice.kind,
                outbox.c.subject_id == notice.subject_id,
                is_planned(),
                outbox.c.version != valid,
            )
            first = stale.order_by(outbox.c.due_at, outbox.c.id).limit(limit).scalar_subquery()
            over = {"state": "cancelled", "reason": "changed", "settled_at": at}
            swept = await connection.execute(update(outbox).where(outbox.c.id.in_(first)).values(over))
            await _retire(connection, notice, subject.version, subject.plan)
            if swept.rowcount < limit:
                clean = update(notices).where(notices.c.id == notice.id)
                await connection.execute(clean.values(swept=True))
        return swept.rowcount


async def _retire(connection: AsyncConnection, notice: ChangeNotice, version: int, plan: int) -> None:
    """Older notices of the same have nothing left to say, older plans nothing to plan."""
    older = (notices.c.kind == notice.kind, notices.c.subject_id == notice.subject_id)
    retired = update(notices).where(*older, notices.c.version < version)
    await connection.execute(retired.values(done=True, swept=True))
    if notice.kind == "event":
        old_plans = (plans.c.event_id == notice.subject_id, plans.c.plan < plan)
        await connection.execute(plans.delete().where(*old_plans))


async def _current(connection: AsyncConnection, notice: ChangeNotice) -> bool:
    """Whether it is still the newest of its subject and nobody went further with it."""
    row = await connection.execute(select(notices).where(notices.c.id == notice.id).with_for_update())
    kept = row.one()
    mine = (subjects.c.kind == notice.kind, subjects.c.id == notice.subject_id)
    newest = await connection.scalar(select(subjects.c.version).where(*mine))
    return newest == notice.version and kept.reached == notice.reached and not kept.done


def _followers(notice: ChangeNotice) -> ColumnElement[bool]:
    if notice.kind == "fact":
        return and_(subscriptions.c.kind == "fact", subscriptions.c.target == notice.subject_id)
    chain = and_(follows_chain(notice.subject_id), does_not_follow_event(notice.subject_id))
    return or_(follows_event(notice.subject_id), chain)


async def audience(database: Database, changes: Sequence[Change]) -> int:
    """How many chats a publication of these changes would tell."""
    async with database.read() as connection:
        told: set[int] = set()
        for change in changes:
            if change.key.kind not in (EntityKind.EVENT, EntityKind.FACT) or not is_visible(change):
                continue
            kind, subject_id = change.key.kind.value, change.key.id
            notice = ChangeNotice(
                id=0,
                kind=kind,
                subject_id=subject_id,
                version=0,
                revision=0,
                reached=0,
                done=False,
                swept=True,
            )
            chats = select(subscriptions.c.chat_id).where(_followers(notice), is_deliverable())
            told.update((await connection.execute(chats)).scalars())
    return len(told)
