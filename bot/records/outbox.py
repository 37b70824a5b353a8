"""What is to be sent to a chat, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class MessageKind(StrEnum):
    """The kind of a message to a follower. The first four are kinds of reminders."""

    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    SAME = "same"
    """On the day; for a month, a season or a year known alone: when it begins."""
    SNOOZED = "snoozed"
    CHANGED = "changed"
    PASSED = "passed"
    """The event passed while its reminders could not be sent."""
    ANSWERED = "answered"
    """A question that the base did not answer is answered now; its asker wished to be told."""


class ChatState(StrEnum):
    ACTIVE = "active"
    BLOCKED = "blocked"
    DEACTIVATED = "deactivated"
    KICKED = "kicked"
    MIGRATED = "migrated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A row of the outbox that this worker may send until its lease ends."""

    id: int
    token: str
    chat_id: int
    attempts: int
    """How many times it was tried before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What a claimed row says. `before` and `after` are rows of the pack; None: not in the base.

    In word of an answer `after` is {"question": its text}, and there is no subscription.
    """

    id: int
    subscription_id: int
    chat_id: int
    target: str
    """event, chain or fact: how the chat follows it."""
    kind: str
    """event or fact."""
    subject_id: str
    version: int
    what: MessageKind
    due_at: datetime
    zone: str
    before: Mapping[str, Any] | None
    """As the follower knows it; the same as `after` in a reminder."""
    after: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A message that Telegram refused for good."""

    id: int
    chat_id: int
    subject_id: str
    what: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SendPermit:
    """`granted`: a moment to send is ours in `wait` seconds, less than 0 if late; else ask again then."""

    granted: bool
    wait: float
