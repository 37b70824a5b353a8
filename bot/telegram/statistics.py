"""/stats, for everybody with a role: how the bot served readers, in text and as a chart."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from bot.editing.undo import HistoryStore
from bot.records.editing import Role
from bot.records.engine_holder import EngineHolder
from bot.records.statistics import Statistics
from bot.replies.editing import statistics as texts
from bot.replies.editing import statistics_chart
from bot.settings.clock import Clock
from bot.telegram.edit.rights import HasRole
from bot.telegram.sending.places import place_of
from bot.telegram.sending.sender import Sender
from knowledge.facts.model import Fact, FactId

_DEFAULT_DAYS, _MAX_DAYS = 30, 365


class StatisticsStore(Protocol):
    async def over(self, days: int, now: datetime) -> Statistics:
        """Of the last `days` days before `now`."""
        ...


async def stats(
    message: Message,
    command: CommandObject,
    statistics: StatisticsStore,
    history: HistoryStore,
    engine: EngineHolder,
    sender: Sender,
    now: Clock,
) -> None:
    """«/stats 7» is about one week."""
    found = await statistics.over(_days(command.args), now())
    place = place_of(message)
    facts = engine.current.base.fact_by_id
    gone = await _retired([fact for fact, _ in found.facts if fact not in facts], history)
    await sender.send(place, texts.render(found, facts, gone))
    picture = await asyncio.to_thread(statistics_chart.draw, found)
    await sender.send_file(place, picture, texts.FILE, texts.CAPTION, as_photo=True)


async def _retired(facts: Sequence[str], history: HistoryStore) -> dict[FactId, Fact]:
    """Facts that are no longer in the base, as they were last."""
    found = {}
    for fact in facts:
        for revision in await history.newest(1, fact):
            known = (one.before or one.after for one in revision.changes if one.key.id == fact)
            found.update({one.id: one for one in known if isinstance(one, Fact)})
    return found


def _days(argument: str | None) -> int:
    """The number asked for, limited to a year; a month without a number."""
    asked = (argument or "").strip()
    if not asked.isdecimal() or len(asked) > 4:
        return _DEFAULT_DAYS
    return min(max(int(asked), 1), _MAX_DAYS)


def build_router() -> Router:
    router = Router(name="statistics")
    router.message.filter(HasRole(Role.REVIEWER))
    router.message.register(stats, Command("stats"))
    return router
