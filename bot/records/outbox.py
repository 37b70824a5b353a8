"""The outbox: messages to send to chats, claims on them, and the state of the chats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class MessageKind(StrEnum):
    """The kind of a message. The first four are kinds of reminders."""

    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    SAME = "same"
    """On the day; where only a month, a season or a year is known: when it begins."""
    BEFORE = "before"
    """As long before the event as a reader asked for in words: a part of the rule."""
    SNOOZED = "snoozed"
    WISHED = "wished"
    """At the moment that a reader asked for in words."""
    CHANGED = "changed"
    PASSED = "passed"
    """The event passed while its reminders could not be sent."""
    DECLINED = "declined"
    """An editor said that the base will never answer a question that it refused."""
    REPORTED = "reported"
    """To an editor: a reader says that an answer is wrong."""
    DIGEST = "digest"
    """To an editor: what happened in a day."""
    RETIRED = "retired"
    RESTORED = "restored"
    """A fact of an answer was taken out of the base."""
    CORRECTED = "fixed"
    KEPT = "kept"
    """To a reader who reported an error: it was corrected, or the answer was found right."""
    ANSWERED = "answered"
    """An answer alert: the base now answers a question that it refused before."""


TO_READERS = tuple(
    kind.value
    for kind in (MessageKind.RETIRED, MessageKind.RESTORED, MessageKind.CORRECTED, MessageKind.KEPT)
)
"""Kinds in the table of messages to editors that go to readers."""
CHOSEN = (MessageKind.SNOOZED, MessageKind.WISHED)
"""Kinds of reminders at a moment that a reader chose."""


class ChatState(StrEnum):
    ACTIVE = "active"
    BLOCKED = "blocked"
    DEACTIVATED = "deactivated"
    KICKED = "kicked"
    MIGRATED = "migrated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """A chat that has used follow-ups. `zone` and `quiet` are None where it never chose."""

    chat_id: int
    kind: str
    """private, group, supergroup or channel."""
    state: ChatState
    zone: str | None
    quiet: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A row of the outbox that one worker may send until its lease ends."""

    id: int
    token: str
    chat_id: int
    attempts: int
    """How many times sending it has failed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """The content of a claimed row. `before` and `after` are rows of the pack; None: not in the base.

    In an answer alert `after` is {"question": its text, "refusal": the message that refused it}, and there is
    no subscription.
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
    rule: str = ""
    """As ReminderRule parses it; empty where there is no subscription."""
    before: Mapping[str, Any] | None
    """As the follower last saw it; in a reminder the same as `after`."""
    after: Mapping[str, Any] | None
    chosen: tuple[datetime, ...] = ()
    """With a change of an event: the moments that the follower chose for a reminder of it."""

    @property
    def is_chosen(self) -> bool:
        """Whether it is a reminder at a moment that the reader chose."""
        return self.what in (MessageKind.SNOOZED, MessageKind.WISHED)

    @property
    def is_reminder(self) -> bool:
        return self.what not in _NO_REMINDERS


_NO_REMINDERS = (
    *(MessageKind.CHANGED, MessageKind.PASSED, MessageKind.ANSWERED, MessageKind.DECLINED),
    *(MessageKind.REPORTED, MessageKind.DIGEST),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A message that Telegram rejected permanently."""

    id: int
    chat_id: int
    subject_id: str
    what: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SendPermit:
    """`granted`: send in `wait` seconds (negative: its time has passed). Else ask again in `wait` seconds."""

    granted: bool
    wait: float
