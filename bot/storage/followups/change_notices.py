"""Change notices: fanned out to followers in batches, so that a million followers do not block a step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, case, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.followups.retired_facts import ANSWERED_WITHIN
from bot.records.change_notices import ChangeNotice
from bot.records.outbox import MessageKind
from bot.records.subscriptions import Schedule
from bot.storage.connection.database import Database
from bot.storage.followups.retired_facts import RETIRED, was_told
from bot.storage.followups.told_readers import told_within
from bot.storage.outbox.outbox_rows import (
    CHOSEN_KINDS,
    does_not_follow_event,
    follows_chain,
    follows_event,
    insert_rows,
    is_deliverable,
    is_planned,
    row_constants,
)
from bot.storage.tables import editor_messages, notices, outbox, plans, schedules, subjects, subscriptions
from knowledge.facts.edits import Change, is_visible
from knowledge.facts.model import Event
from knowledge.facts.serialization import EntityKind


class StoredChangeNotices:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def pending(self) -> Sequence[ChangeNotice]:
        """Notices not yet fanned out to every follower, or not yet swept, the oldest first."""
        unfinished = or_(notices.c.done.is_(False), notices.c.swept.is_(False))
        columns = [notices.c[name] for name in ChangeNotice.__dataclass_fields__]
        query = select(*columns).where(unfinished).order_by(notices.c.id)
        async with self._database.read() as connection:
            return [ChangeNotice(**row._mapping) for row in await connection.execute(query)]

    async def count_unsent(self, at_most: int) -> int:
        """How many messages about changes are not sent yet; counting stops at `at_most`."""
        unsent = select(outbox.c.id).where(is_planned(), outbox.c.what == MessageKind.CHANGED.value)
        async with self._database.read() as connection:
            counted = select(func.count()).select_from(unsent.limit(at_most).subquery())
            return await connection.scalar(counted) or 0

    async def next_batch(self, notice: ChangeNotice, limit: int) -> tuple[int, Mapping[int, Schedule]]:
        """The next batch: the id of its last subscription, and its distinct schedules by id."""
        ids = select(subscriptions.c.id).where(
            _follows(notice.kind, notice.subject_id), subscriptions.c.id > notice.reached
        )
        batch = ids.order_by(subscriptions.c.id).limit(limit).subquery()
        async with self._database.read() as connection:
            last = await connection.scalar(select(func.max(batch.c.id)))
            if last is None:
                return notice.reached, {}
            within = subscriptions.c.id.between(notice.reached + 1, last)
            used = select(subscriptions.c.schedule_id).where(_follows(notice.kind, notice.subject_id), within)
            query = select(schedules).where(schedules.c.id.in_(used))
            rows = (await connection.execute(query)).all()
        return last, {row.id: Schedule(rule=row.rule, zone=row.zone, quiet=row.quiet) for row in rows}

    async def audience(self, changes: Sequence[Change], now: datetime, author: int) -> int:
        """How many chats would be told of a publication of these changes `now`, by the `author`."""
        return await audience(self._database, changes, now, author)

    async def fan_out(self, notice: ChangeNotice, last: int, due: Mapping[int, datetime]) -> int:
        """A row for every follower after `reached` up to `last`, due by schedule id; returns how many.

        An empty `due` completes the notice. A repeated or concurrent call adds nothing.
        """
        added = 0
        async with self._database.write() as connection:
            if not await _is_current(connection, notice):
                return 0
            for schedule_id, at in due.items():
                row = row_constants(notice.kind, notice.subject_id, notice.version, MessageKind.CHANGED, at)
                followers = select(subscriptions.c.id, subscriptions.c.chat_id, *row).where(
                    _follows(notice.kind, notice.subject_id),
                    subscriptions.c.id.between(notice.reached + 1, last),
                    subscriptions.c.schedule_id == schedule_id,
                    is_deliverable(),
                    subscriptions.c.revision < notice.revision,
                )
                added += await insert_rows(connection, followers)
            done = update(notices).where(notices.c.id == notice.id)
            await connection.execute(done.values(reached=last, done=not due))
        return added

    async def cancel_stale(self, notice: ChangeNotice, at: datetime, limit: int) -> int:
        """Cancel at most `limit` rows that this change made void: of an older date or an older change.

        They are not sent in any case: claims skip them. The earliest are cancelled first,
        so that claims do not have to skip many. Returns how many.
        """
        mine = and_(subjects.c.kind == notice.kind, subjects.c.id == notice.subject_id)
        async with self._database.write() as connection:
            subject = (await connection.execute(select(subjects).where(mine).with_for_update())).one()
            valid = case(
                (outbox.c.what == MessageKind.CHANGED.value, subject.version),
                (outbox.c.what.in_(CHOSEN_KINDS), outbox.c.version),
                else_=subject.plan,
            )
            stale = select(outbox.c.id).where(
                outbox.c.kind == notice.kind,
                outbox.c.subject_id == notice.subject_id,
                is_planned(),
                outbox.c.version != valid,
            )
            first = stale.order_by(outbox.c.due_at, outbox.c.id).limit(limit).scalar_subquery()
            cancelled = {"state": "cancelled", "reason": "changed", "settled_at": at}
            swept = await connection.execute(update(outbox).where(outbox.c.id.in_(first)).values(cancelled))
            await _complete_older(connection, notice, subject.version, subject.plan)
            if swept.rowcount < limit:
                this = update(notices).where(notices.c.id == notice.id)
                await connection.execute(this.values(swept=True))
        return swept.rowcount


async def _complete_older(connection: AsyncConnection, notice: ChangeNotice, version: int, plan: int) -> None:
    """Complete older notices of the same subject, and delete older plans."""
    older = (notices.c.kind == notice.kind, notices.c.subject_id == notice.subject_id)
    retired = update(notices).where(*older, notices.c.version < version)
    await connection.execute(retired.values(done=True, swept=True))
    if notice.kind == "event":
        old_plans = (plans.c.event_id == notice.subject_id, plans.c.plan < plan)
        await connection.execute(plans.delete().where(*old_plans))


async def _is_current(connection: AsyncConnection, notice: ChangeNotice) -> bool:
    """Whether it is the newest notice of its subject and no other worker has handled this batch."""
    row = await connection.execute(select(notices).where(notices.c.id == notice.id).with_for_update())
    kept = row.one()
    mine = (subjects.c.kind == notice.kind, subjects.c.id == notice.subject_id)
    newest = await connection.scalar(select(subjects.c.version).where(*mine))
    return newest == notice.version and kept.reached == notice.reached and not kept.done


def _follows(kind: str, subject_id: str) -> ColumnElement[bool]:
    """Subscriptions that are told of changes of this event or fact."""
    if kind == "fact":
        return and_(subscriptions.c.kind == "fact", subscriptions.c.target == subject_id)
    return or_(follows_event(subject_id), and_(follows_chain(subject_id), does_not_follow_event(subject_id)))


async def audience(database: Database, changes: Sequence[Change], now: datetime, author: int) -> int:
    """How many chats would be told: followers, and who was told a retired fact lately or that it was gone."""
    chat_ids: set[int] = set()
    async with database.read() as connection:
        for change in changes:
            if change.key.kind not in (EntityKind.EVENT, EntityKind.FACT) or not is_visible(change):
                continue
            follows = _follows(change.key.kind.value, change.key.id)
            if change.before is None and isinstance(change.after, Event) and change.after.follows is not None:
                # It is linked to the chain only when it is published.
                follows = or_(follows, follows_chain(change.after.follows))
            chats = select(subscriptions.c.chat_id).where(follows, is_deliverable())
            chat_ids.update((await connection.execute(chats)).scalars())
            if change.key.kind is EntityKind.FACT and change.after is None:
                told = told_within(change.key.id, now - ANSWERED_WITHIN, now, author)
                chat_ids.update((await connection.execute(told)).scalars())
            if change.key.kind is EntityKind.FACT and change.before is None:
                warned = select(editor_messages.c.chat_id).where(
                    was_told(RETIRED), editor_messages.c.subject == change.key.id
                )
                chat_ids.update((await connection.execute(warned)).scalars())
    return len(chat_ids)
