"""Counts deliveries by their outcome, for the metrics."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from bot.followups.ports import MessageSender
from bot.followups.send_outcome import SendOutcome
from bot.records.outbox import Message

_CAPITALS = re.compile(r"(?<!^)(?=[A-Z])")


class MeasuredSender:
    """Sends by `sender`, and calls `count` with the outcome: «sent», «retry-after», «chat-unreachable», …"""

    def __init__(self, sender: MessageSender, count: Callable[[str], None]) -> None:
        self._sender = sender
        self._count = count

    async def send(self, message: Message, *, late: bool, now: datetime) -> SendOutcome:
        outcome = await self._sender.send(message, late=late, now=now)
        self._count(_CAPITALS.sub("-", type(outcome).__name__).lower())
        return outcome
