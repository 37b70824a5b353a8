"""Every outcome is counted by its name and passed on as it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from bot.followups.measured_sender import MeasuredSender
from bot.followups.send_outcome import (
    ChatMigrated,
    ChatUnreachable,
    NothingToSend,
    Rejected,
    RetryAfter,
    SendOutcome,
    Sent,
    TemporaryFailure,
)
from bot.records.outbox import ChatState, Message, MessageKind

NOW = datetime(2027, 5, 1, 12, tzinfo=UTC)
MESSAGE = Message(
    id=1,
    subscription_id=1,
    chat_id=7,
    target="event",
    kind="event",
    subject_id="second",
    version=1,
    what=MessageKind.DAY,
    due_at=NOW,
    zone="UTC",
    before=None,
    after=None,
)


@dataclass
class FixedSender:
    """Gives one outcome, and keeps what it was asked to send."""

    outcome: SendOutcome
    asked: list[tuple[Message, bool, datetime]] = field(default_factory=list)

    async def send(self, message: Message, *, late: bool, now: datetime) -> SendOutcome:
        self.asked.append((message, late, now))
        return self.outcome


@pytest.mark.parametrize(
    ("outcome", "name"),
    [
        (Sent(message_id=5), "sent"),
        (RetryAfter(seconds=3), "retry-after"),
        (TemporaryFailure(reason="502"), "temporary-failure"),
        (ChatUnreachable(state=ChatState.BLOCKED), "chat-unreachable"),
        (ChatMigrated(chat_id=-8), "chat-migrated"),
        (Rejected(reason="too long"), "rejected"),
        (NothingToSend(), "nothing-to-send"),
    ],
)
async def test_an_outcome_is_counted_and_passed_on(outcome: SendOutcome, name: str) -> None:
    sender, counted = FixedSender(outcome), list[str]()
    assert await MeasuredSender(sender, counted.append).send(MESSAGE, late=True, now=NOW) is outcome
    assert counted == [name]
    assert sender.asked == [(MESSAGE, True, NOW)]
