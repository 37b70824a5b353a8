"""Who follows what and when they want to hear of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Target(StrEnum):
    """What may be followed."""

    EVENT = "event"
    CHAIN = "chain"
    """Whatever follows an event; its id is that of the chain's first event."""
    FACT = "fact"
    """Corrections of a fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """`rule` and `quiet` in the form that `bot.followups` parses, `zone` an IANA name."""

    rule: str
    zone: str
    quiet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """What falls due before `since` is no business of it."""

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
    chat_id: int
    target: Target
    target_id: str
    schedule: Schedule
    since: datetime
    created_by: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A reminder of kind `what` that falls due at `at` (aware)."""

    what: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderPlan:
    """Moments of one event's date. `number` counts its dates: moments of an older one are void."""

    event_id: str
    number: int
    moments: tuple[Reminder, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedEvent:
    """An event that is to come or has been, as the planner needs it. `when` is EDTF text."""

    id: str
    plan: int
    since: datetime
    """When it got this date: what would have fallen due before is void."""
    when: str
