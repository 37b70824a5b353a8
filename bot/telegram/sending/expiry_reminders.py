"""Tells editors, once, what is soon no longer vouched for."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from zoneinfo import ZoneInfo

import structlog
from aiogram.exceptions import AiogramError

from bot.editing.expiry import ToldExpiries, expiring
from bot.errors import StorageUnavailableError
from bot.records.engine_holder import EngineHolder
from bot.replies.editing.expiry import reminder
from bot.settings.clock import Clock
from bot.telegram.sending.places import Place
from bot.telegram.sending.sender import Sender

log = structlog.get_logger()
LOOK_EVERY = 3600.0
Editors = Callable[[], Awaitable[Sequence[int]]]
"""User ids of everybody who may edit."""


class ExpiryReminders:
    """`zone` decides which day it is."""

    def __init__(
        self,
        sender: Sender,
        engine: EngineHolder,
        told: ToldExpiries,
        editors: Editors,
        now: Clock,
        zone: ZoneInfo,
    ) -> None:
        self._sender, self._engine, self._told = sender, engine, told
        self._editors, self._now, self._zone = editors, now, zone

    async def step(self) -> int:
        """Tell what is new; returns how many expiries. Nobody reached: they are told the next time."""
        today = self._now().astimezone(self._zone).date()
        found = expiring(self._engine.current.base, today, await self._told.told())
        if not found:
            return 0
        reply, reached = reminder([(one.entity, one.until) for one in found]), False
        for user_id in await self._editors():
            try:
                reached = await self._sender.send(Place(chat_id=user_id), reply) is not None or reached
            except AiogramError as error:
                log.warning("editor not reached", reason=type(error).__name__)
        if reached:
            await self._told.mark([one.key for one in found], self._now())
        return len(found)

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            try:
                await self.step()
            except StorageUnavailableError:
                log.debug("expiries not looked at")
            await asyncio.sleep(LOOK_EVERY)
