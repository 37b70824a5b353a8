"""Plans messages to readers who were told a fact that was retired since, or is back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.followups.ports import Schedules
from bot.followups.quiet_hours import QuietHours, not_before
from bot.records.outbox import MessageKind

ANSWERED_WITHIN = timedelta(days=7)
"""Whoever was told the fact earlier has had time to forget it."""
_LOOK_BACK = timedelta(days=1)
"""After a start: what was retired while no worker ran."""


class Retirements(Protocol):
    async def newest(self) -> int: ...

    async def told(self, since: datetime, within: timedelta) -> Mapping[str, Sequence[int]]: ...

    async def restored(self, since: datetime) -> Mapping[str, Sequence[int]]: ...

    async def plan(self, what: str, fact: str, due: Mapping[int, datetime], now: datetime) -> None: ...


class RetirementPlanner:
    """A step costs one query while no fact comes or goes. Safe to run in several workers."""

    def __init__(self, retirements: Retirements, schedules: Schedules) -> None:
        self._retirements, self._schedules = retirements, schedules
        self._seen = 0

    async def step(self, now: datetime) -> int:
        """Plan what is new; returns how many readers are to be told."""
        newest = await self._retirements.newest()
        if newest <= self._seen:
            return 0
        gone = await self._retirements.told(now - _LOOK_BACK, ANSWERED_WITHIN)
        back = await self._retirements.restored(now - _LOOK_BACK)
        for what, found in ((MessageKind.RETIRED, gone), (MessageKind.RESTORED, back)):
            for fact, chats in found.items():
                due = {chat: await self._due_at(chat, now) for chat in chats}
                await self._retirements.plan(what.value, fact, due, now)
        self._seen = newest
        return sum(len(chats) for found in (gone, back) for chats in found.values())

    async def _due_at(self, chat_id: int, now: datetime) -> datetime:
        """Now, or the end of the chat's quiet hours."""
        schedule = await self._schedules.schedule_of(chat_id)
        return not_before(now, ZoneInfo(schedule.zone), QuietHours.parse(schedule.quiet))
