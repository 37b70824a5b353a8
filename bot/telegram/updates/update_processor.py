"""Feeds one raw update to the Dispatcher, then marks it as handled."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

import structlog
from aiogram import Bot, Dispatcher
from pydantic import ValidationError

from bot.settings.clock import Clock
from bot.telegram.updates.raw_updates import RawUpdate, fingerprint
from bot.telegram.updates.typed_updates import read_update

log = structlog.get_logger()


class HandledMarks(Protocol):
    """The part of UpdateInbox and of HandledUpdates that is needed here."""

    async def mark(self, update_id: int, at: datetime) -> None: ...


class UpdateProcessor:
    def __init__(self, bot: Bot, dispatcher: Dispatcher, marks: HandledMarks, now: Clock) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._marks = marks
        self._now = now

    async def process(self, raw: RawUpdate) -> None:
        """Handle `raw` and mark it. Never raises: one update must not stop the bot.

        When cancelled it leaves the update unmarked, to be handled after a restart.
        """
        try:
            update = read_update(raw, self._bot)
            await self._dispatcher.feed_update(self._bot, update)
        except ValidationError as error:
            log.warning("update not understood", update=raw.get("update_id"), problems=error.error_count())
        except Exception:
            log.exception("update failed", update=raw.get("update_id"))
        try:
            await self._marks.mark(fingerprint(raw, self._bot.id), self._now())
        except Exception:
            log.exception("update not marked", update=raw.get("update_id"))
