"""Plans messages to editors: of each report at once to those who want that, and one digest a day."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.records.editor_messages import EditorSettings, ReportNotice


class EditorMessages(Protocol):
    async def plan_reports(self, editors: Sequence[int], now: datetime) -> int: ...

    async def plan_digest(self, editor: int, day: str, since: datetime, due: datetime) -> None: ...

    async def last_digest(self, editor: int) -> tuple[str, datetime] | None: ...


class AllEditorSettings(Protocol):
    async def all(self, users: Sequence[int]) -> Mapping[int, EditorSettings]: ...


class EditorMessagePlanner:
    """`editors`: everybody who may edit, now. Safe to run in several workers: each message is stored once."""

    def __init__(
        self,
        outbox: EditorMessages,
        settings: AllEditorSettings,
        editors: Callable[[], Awaitable[Sequence[int]]],
        zone: ZoneInfo,
    ) -> None:
        self._outbox, self._settings = outbox, settings
        self._editors, self._zone = editors, zone

    async def step(self, now: datetime) -> int:
        """Plan what is due; returns how many reports are new."""
        settings = await self._settings.all(await self._editors())
        told = [user for user, one in settings.items() if one.reports is ReportNotice.NOW]
        for user, one in settings.items():
            if one.digest_hour is not None and one.at is not None:
                await self._plan_digest(user, one.digest_hour, one.at, now)
        return await self._outbox.plan_reports(told, now)

    async def _plan_digest(self, user: int, hour: int, chosen_at: datetime, now: datetime) -> None:
        """The newest digest that is due: those missed while the bot was down are told in one."""
        today = now.astimezone(self._zone)
        due = datetime.combine(today.date(), time(hour), self._zone)
        if due > now:
            due = datetime.combine(today.date() - timedelta(days=1), time(hour), self._zone)
        last = await self._outbox.last_digest(user)
        day = due.date().isoformat()
        if due <= chosen_at or (last is not None and last[0] >= day):
            return
        since = chosen_at if last is None else last[1]
        await self._outbox.plan_digest(user, day, since, due)
