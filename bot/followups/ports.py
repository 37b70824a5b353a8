"""What follow-ups need kept and sent; the storage and the Telegram layer provide it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from bot.followups.send_outcome import Outcome
from bot.records.outbox import ChatState, Claim, Message, SendPermit
from bot.records.subscriptions import (
    DatedEvent,
    NewSubscription,
    Reminder,
    ReminderPlan,
    Schedule,
    Subscription,
    Target,
)


class PlannedSchedule(Protocol):
    """A distinct schedule of an event's followers, and how far it is planned."""

    @property
    def id(self) -> int: ...

    @property
    def schedule(self) -> Schedule: ...

    @property
    def until(self) -> datetime | None: ...

    @property
    def closed(self) -> bool: ...


class ChangeNotice(Protocol):
    """A change on its way to followers."""

    @property
    def done(self) -> bool: ...

    @property
    def swept(self) -> bool: ...


class Plans(Protocol):
    async def events(self) -> Sequence[DatedEvent]: ...

    async def schedules(self, event: DatedEvent) -> Sequence[PlannedSchedule]: ...

    async def add_reminders(
        self, event: DatedEvent, schedule_id: int, moments: Sequence[Reminder], now: datetime, until: datetime
    ) -> int: ...

    async def close(self, event: DatedEvent, schedule_id: int, at: datetime) -> int: ...


class ChangeNotices(Protocol):
    async def pending(self) -> Sequence[Any]:
        """Notices, the oldest first; what is given back to the other methods is the store's own."""
        ...

    async def waiting(self, at_most: int) -> int: ...

    async def schedules(self, notice: Any, limit: int) -> tuple[int, Mapping[int, Schedule]]: ...

    async def fan_out(self, notice: Any, last: int, due: Mapping[int, datetime]) -> int: ...

    async def cancel_stale(self, notice: Any, at: datetime, limit: int) -> int: ...


class Outbox(Protocol):
    async def claim(self, now: datetime, limit: int) -> Sequence[Claim]: ...

    async def load_message(self, claim: Claim) -> Message | None: ...

    async def mark_sent(self, claim: Claim, message: Message, message_id: int, at: datetime) -> None: ...

    async def retry(self, claim: Claim, after: float, reason: str, *, counts: bool) -> None: ...

    async def drop(self, claim: Claim, reason: str, at: datetime) -> None: ...

    async def mark_failed(self, claim: Claim, reason: str, at: datetime) -> None: ...

    async def mark_chat_unreachable(self, claim: Claim, state: ChatState, at: datetime) -> None: ...

    async def migrate_chat(self, claim: Claim, new: int, at: datetime) -> None: ...


class RateLimiter(Protocol):
    """Shared by all workers; seconds."""

    async def acquire(self) -> SendPermit: ...

    async def pause(self, seconds: float) -> None: ...

    async def pause_left(self) -> float: ...


class Sender(Protocol):
    async def send(self, message: Message, *, late: bool, now: datetime) -> Outcome:
        """Send once, and say what came of it; it tries nothing again and raises nothing."""
        ...


class Chat(Protocol):
    @property
    def state(self) -> ChatState: ...

    @property
    def zone(self) -> str | None: ...

    @property
    def quiet(self) -> str | None: ...


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


class Snoozes(Protocol):
    async def snooze(self, row_id: int, chat_id: int, at: datetime) -> bool: ...
