"""/stats: how the bot served readers, in words and as a picture; for everybody with a role."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import Protocol

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from bot.records.editing import Role
from bot.records.engine_holder import EngineHolder
from bot.records.statistics import Statistics
from bot.replies.editing import statistics as texts
from bot.replies.editing import statistics_chart
from bot.settings.clock import Clock
from bot.telegram.edit.rights import HasRole
from bot.telegram.sending.sender import Sender, place_of

_DAYS, _MOST_DAYS = 30, 365


class Counts(Protocol):
    async def over(self, days: int, now: datetime) -> Statistics: ...


async def stats(
    message: Message, command: CommandObject, counts: Counts, engine: EngineHolder, sender: Sender, now: Clock
) -> None:
    """«/stats 7» tells of a week."""
    found = await counts.over(_days(command.args), now())
    place = place_of(message)
    await sender.send(place, texts.render(found, engine.current.base.fact_by_id))
    picture = await asyncio.to_thread(statistics_chart.draw, found)
    await sender.send_photo(place, picture, texts.FILE, texts.CAPTION)


def _days(written: str | None) -> int:
    """As many as asked for, within reason."""
    asked = (written or "").strip()
    if not asked.isdecimal() or len(asked) > 4:
        return _DAYS
    return min(max(int(asked), 1), _MOST_DAYS)


def build_router() -> Router:
    router = Router(name="statistics")
    router.message.filter(HasRole(Role.REVIEWER))
    router.message.register(stats, Command("stats"))
    return router
