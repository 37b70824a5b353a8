"""Subscriptions: who follows what, on which schedule, and the reminders that follow from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

NO_REMINDERS = "none"
"""Begins a stored reminder rule that has no reminders."""


class Target(StrEnum):
    """What may be followed."""

    EVENT = "event"
    CHAIN = "chain"
    """What is dated in a chain from now on; its id is that of the chain's first event."""
    FACT = "fact"
    """Corrections of a fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """`rule` as ReminderRule and `quiet` as QuietHours parse it, `zone` an IANA name."""

    rule: str
    zone: str
    quiet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """What falls due before `since` is not sent."""

    id: int
    chat_id: int
    target: Target
    target_id: str
    schedule: Schedule
    paused: bool
    since: datetime
    created_by: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSubscription:
    """`apart`: events of which a new subscription to their chain does not remind."""

    chat_id: int
    target: Target
    target_id: str
    schedule: Schedule
    since: datetime
    created_by: int
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A reminder that falls due at `at` (aware). `what` is a MessageKind."""

    what: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderPlan:
    """Reminders of one date of an event. `number` counts its dates: reminders of an older one are void."""

    event_id: str
    number: int
    reminders: tuple[Reminder, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedEvent:
    """An event with a date, past or future, as the planner needs it. `when` is EDTF text."""

    id: str
    plan: int
    since: datetime
    """When it got this date: what would have fallen due before is not sent."""
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSchedule:
    """A distinct schedule of an event's followers, and how far it is planned (None: not at all)."""

    id: int
    schedule: Schedule
    until: datetime | None
    closed: bool
    """The event had passed when it was planned last."""
