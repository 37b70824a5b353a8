"""One update through the Dispatcher, and the mark that it is answered."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

import structlog
from aiogram import Bot, Dispatcher
from aiogram.types import Update
from pydantic import ValidationError

from bot.settings.clock import Clock
from bot.telegram.updates.raw_updates import Raw, fingerprint

log = structlog.get_logger()


class Marks(Protocol):
    """The half of the inbox, or of the handled updates, that is needed here."""

    async def mark(self, update_id: int, at: datetime) -> None: ...


class Intake:
    """`handle` never raises but for cancellation: one update must not take the bot down."""

    def __init__(self, bot: Bot, dispatcher: Dispatcher, marks: Marks, now: Clock) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._marks = marks
        self._now = now

    async def handle(self, raw: Raw) -> None:
        """Answer `raw` and mark it. Cancelled, it stays unmarked and is answered after a restart."""
        try:
            update = Update.model_validate(raw, context={"bot": self._bot})
            await self._dispatcher.feed_update(self._bot, update)
        except ValidationError as error:
            log.warning("update not understood", update=raw.get("update_id"), problems=error.error_count())
        except Exception:
            log.exception("update failed", update=raw.get("update_id"))
        try:
            await self._marks.mark(fingerprint(raw, self._bot.id), self._now())
        except Exception:
            log.exception("update not marked", update=raw.get("update_id"))
