"""Follow-ups without Telegram: the real storage, a fake clock and a fake sender."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.followups.chosen_reminders import ChosenReminders
from bot.followups.outbox_sender import OutboxSender
from bot.followups.planner import Planner
from bot.followups.ports import MessageSender
from bot.followups.send_outcome import SendOutcome, Sent
from bot.followups.subscription_service import SubscriptionService
from bot.records.outbox import Message
from bot.records.subscriptions import Schedule, Subscription, Target
from bot.storage.connection.database import Database
from bot.storage.fact_base.base_store import RevisionInfo, StoredBase
from bot.storage.fact_base.files_import import import_files
from bot.storage.followups.change_notices import StoredChangeNotices
from bot.storage.followups.reminder_plans import StoredReminderPlans
from bot.storage.followups.snoozes import StoredSnoozes
from bot.storage.followups.subscriptions import StoredSubscriptions
from bot.storage.outbox.chats import StoredChats
from bot.storage.outbox.outbox import StoredOutbox
from bot.storage.outbox.rate_limiter import StoredRateLimiter
from knowledge.facts.dates import EdtfDate
from knowledge.facts.edits import Change
from knowledge.facts.model import Event, EventId, Fact, FactBase, FactId, Source
from knowledge.facts.serialization import Entity, key_of

DEFAULT = Schedule(rule="month,week,day,same@10:00", zone="Europe/Moscow", quiet="22:00-08:00")
MOSCOW = ZoneInfo("Europe/Moscow")


def at(text: str) -> datetime:
    """«2027-06-13 10:00», Moscow time."""
    return datetime.fromisoformat(text).replace(tzinfo=MOSCOW).astimezone(UTC)


def base(second: str | None = "2027-06-14") -> FactBase:
    """A chain of two events: the first has passed, the second is on `second` (EDTF)."""
    when = None if second is None else EdtfDate.parse(second)
    first, later = EventId("dialogue-1"), EventId("dialogue-2")
    return FactBase(
        source=Source(
            id="dialogue",
            title="Диалог",
            about="О диалоге.",
            publisher="Синьхуа",
            published=EdtfDate.parse("2015-12-02"),
            examples=("Где второй диалог?", "Где пройдёт второй диалог?", "Когда второй диалог?"),
        ),
        events=(
            Event(id=first, title="Первый диалог", when=EdtfDate.parse("2015-12-01"), order=1),
            Event(id=later, title="Второй диалог", when=when, where="Пекин", follows=first, order=2),
        ),
        facts=(
            Fact(id=FactId("place"), says="Второй диалог — в Пекине.", topic="next", questions=("Где?",)),
        ),
    )


@dataclass
class FakeClock:
    """The injected clock; tests move it."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **by: float) -> None:
        self.now += timedelta(**by)


@dataclass
class FakeTelegram:
    """A sender that stores messages. The queued `outcomes` are returned first, then `Sent`."""

    outcomes: deque[SendOutcome] = field(default_factory=deque)
    messages: list[Message] = field(default_factory=list)
    late: list[bool] = field(default_factory=list)
    """Of each message in `messages`."""

    async def send(self, message: Message, *, late: bool, now: datetime) -> SendOutcome:
        if self.outcomes:
            return self.outcomes.popleft()
        self.messages.append(message)
        self.late.append(late)
        return Sent(message_id=len(self.messages))

    @property
    def sent_lines(self) -> list[str]:
        """«1 month dialogue-2»: chat, kind of message, subject."""
        return [f"{message.chat_id} {message.what} {message.subject_id}" for message in self.messages]


class FollowUpsHarness:
    """Planner, outbox, sender and subscriptions. `restart` keeps only the database and Telegram."""

    def __init__(self, database: Database, now: str, *, lease: float = 60.0) -> None:
        self.database = database
        self.clock = FakeClock(at(now))
        self.telegram = FakeTelegram()
        self.stored = StoredBase(database, MOSCOW)
        self.chats = StoredChats(database)
        self._lease = lease
        self.restart()

    def restart(self) -> None:
        database = self.database
        self.outbox = StoredOutbox(database, self._lease, pauses=(0.0, 0.0))
        self.rate_limiter = StoredRateLimiter(database, per_second=1_000_000)
        self.planner = Planner(StoredReminderPlans(database), StoredChangeNotices(database))
        self.outbox_sender = self.new_outbox_sender()
        self.following = SubscriptionService(
            StoredSubscriptions(database), self.chats, StoredSnoozes(database), DEFAULT, self.clock
        )
        self.chosen_reminders = ChosenReminders(
            self.following, StoredSubscriptions(database), StoredSnoozes(database), self.clock
        )

    def new_outbox_sender(self, sender: MessageSender | None = None) -> OutboxSender:
        return OutboxSender(self.outbox, self.rate_limiter, sender or self.telegram, self.clock)

    async def seed(self, files: FactBase) -> None:
        self.files = files
        await import_files(self.database, files, self.clock())

    async def follow(
        self, chat_id: int = 1, target: Target = Target.EVENT, target_id: str = "dialogue-2"
    ) -> Subscription:
        return await self.following.follow(chat_id, "private", target, target_id, by=chat_id)

    async def plan_and_send(self) -> list[str]:
        """Plan, and send until nothing is due; returns the new `sent_lines`."""
        before = len(self.telegram.sent_lines)
        await self.planner.step(self.clock())
        await self.send_due()
        return self.telegram.sent_lines[before:]

    async def send_due(self) -> None:
        """Send until nothing is due."""
        while True:
            async with asyncio.TaskGroup() as group:
                claimed = await self.outbox_sender.send_batch(group, asyncio.Event())
            if not claimed:
                return

    async def advance_to(self, when: str) -> list[str]:
        """Set the clock to this Moscow time, plan and send."""
        self.clock.now = at(when)
        return await self.plan_and_send()

    async def edit_event(self, event_id: str = "dialogue-2", **values: object) -> None:
        """Publish a change of an event."""
        loaded = await self.stored.load_base()
        before = loaded.base.event_by_id[EventId(event_id)]
        after: Event = replace(before, **values)  # type: ignore[arg-type]  # the test names the fields
        await self.publish(before, after)

    async def publish(self, before: Entity | None, after: Entity | None) -> None:
        info = RevisionInfo(at=self.clock(), author="Анна", why="уточнили", origin="chat")
        await self.stored.publish([self.change(before, after)], info)

    @staticmethod
    def change(before: Entity | None, after: Entity | None) -> Change:
        entity = after or before
        assert entity is not None
        return Change(key=key_of(entity), before=before, after=after)
