"""What follow-ups need from the storage and from the Telegram layer."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.followups.send_outcome import SendOutcome
from bot.records.change_notices import ChangeNotice
from bot.records.outbox import Chat, ChatState, Claim, Message, SendPermit
from bot.records.subscriptions import (
    DatedEvent,
    NewSubscription,
    PlannedSchedule,
    Reminder,
    ReminderPlan,
    Schedule,
    Subscription,
    Target,
)


class ReminderPlans(Protocol):
    async def events(self) -> Sequence[DatedEvent]: ...

    async def schedules(self, event: DatedEvent) -> Sequence[PlannedSchedule]:
        """The distinct schedules of the event's followers."""
        ...

    async def add_reminders(
        self,
        event: DatedEvent,
        schedule_id: int,
        reminders: Sequence[Reminder],
        now: datetime,
        until: datetime,
    ) -> int:
        """One row per reminder and follower; returns how many are new."""
        ...

    async def close(self, event: DatedEvent, schedule_id: int, at: datetime, ends: datetime) -> int:
        """The event has passed at `ends`: replace unsent reminders by one message per follower."""
        ...


class ChangeNotices(Protocol):
    async def pending(self) -> Sequence[ChangeNotice]:
        """The oldest first."""
        ...

    async def count_unsent(self, at_most: int) -> int:
        """Messages about changes that are not sent yet."""
        ...

    async def next_batch(self, notice: ChangeNotice, limit: int) -> tuple[int, Mapping[int, Schedule]]:
        """The last subscription of the next batch, and the batch's schedules by id."""
        ...

    async def fan_out(self, notice: ChangeNotice, last: int, due: Mapping[int, datetime]) -> int:
        """Add the rows of the batch that ends at `last`, due by schedule id."""
        ...

    async def cancel_stale(self, notice: ChangeNotice, at: datetime, limit: int) -> int:
        """Cancel rows that the change made void."""
        ...


class Outbox(Protocol):
    """Rows are claimed with a lease; each claim ends in exactly one of the methods after `load_message`."""

    async def claim(self, now: datetime, limit: int) -> Sequence[Claim]: ...

    async def load_message(self, claim: Claim) -> Message | None: ...

    async def is_superseded(self, message: Message, now: datetime, /) -> bool:
        """Whether another message to the follower says the same and more."""
        ...

    async def mark_sent(self, claim: Claim, message: Message, message_id: int, at: datetime) -> None: ...

    async def retry(self, claim: Claim, after: float, reason: str, *, counts: bool) -> None: ...

    async def drop(self, claim: Claim, reason: str, at: datetime) -> None: ...

    async def mark_failed(self, claim: Claim, reason: str, at: datetime) -> None: ...

    async def mark_chat_unreachable(self, claim: Claim, state: ChatState, at: datetime) -> None: ...

    async def migrate_chat(self, claim: Claim, new: int, at: datetime) -> None: ...


class RateLimiter(Protocol):
    """One limit for all workers. Times in seconds."""

    async def acquire(self) -> SendPermit: ...

    async def pause(self, seconds: float) -> None: ...

    async def pause_left(self) -> float: ...


class MessageSender(Protocol):
    async def send(self, message: Message, *, late: bool, now: datetime) -> SendOutcome:
        """Send once and return the outcome; no retries, no exceptions."""
        ...


class Chats(Protocol):
    async def get(self, chat_id: int) -> Chat | None: ...

    async def mark_active(self, chat_id: int, kind: str, at: datetime) -> bool: ...

    async def set_preferences(
        self, chat_id: int, *, zone: str | None = None, quiet: str | None = None
    ) -> None: ...


class Subscriptions(Protocol):
    async def events(self, target: Target, target_id: str) -> Sequence[DatedEvent]: ...

    async def chain_of(self, event_id: str) -> str: ...

    async def add(self, new: NewSubscription, plans: Sequence[ReminderPlan]) -> Subscription: ...

    async def get(self, subscription_id: int) -> Subscription | None: ...

    async def of_chat(self, chat_id: int) -> Sequence[Subscription]: ...

    async def change(
        self,
        subscription_id: int,
        *,
        schedule: Schedule,
        paused: bool,
        since: datetime,
        plans: Sequence[ReminderPlan],
    ) -> Subscription | None: ...

    async def remove(self, subscription_id: int, chat_id: int) -> bool: ...

    async def apart_from_chains(self, chat_id: int) -> Collection[str]:
        """The events of which no chain reminds this chat: it follows them itself, or unfollowed them."""
        ...


class Snoozes(Protocol):
    async def reminded_of(self, row_id: int, chat_id: int) -> DatedEvent | None:
        """The event that this row of the chat is about; None where it is gone, cancelled or not followed."""
        ...

    async def snooze(self, row_id: int, chat_id: int, at: datetime) -> bool: ...

    async def add_wished(self, subscription_id: int, event: DatedEvent, at: datetime) -> bool: ...

    async def chosen(self, subscription_id: int, event_id: str) -> Sequence[Reminder]: ...

    async def move_chosen(
        self, subscription_id: int, event_id: str, moment: datetime, to: datetime | None, now: datetime
    ) -> bool: ...


class Schedules(Protocol):
    async def schedule_of(self, chat_id: int) -> Schedule:
        """The time zone and the quiet hours of a chat."""
        ...
