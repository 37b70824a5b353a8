"""What inline mode offers before anything is typed, ready before it is asked for.

It is found at leisure: after the start, after an edit of the base, when a day begins. The types of aiogram
that the first such update needs are built with it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from aiogram import Bot
from aiogram.methods import AnswerInlineQuery
from aiogram.types import Update

from bot.records.engine_holder import EngineHolder
from bot.settings.clock import Clock
from bot.telegram.ask.inline_mode import Articles, InlineResults, search
from bot.telegram.ask.question_flow import QuestionFlow

_INTERVAL = 2.0
"""Seconds between two looks whether base and day are still the same."""
NOTHING_TYPED = ""


class MainFactsAhead:
    def __init__(
        self,
        bot: Bot,
        engine: EngineHolder,
        question_flow: QuestionFlow,
        inline_results: InlineResults,
        now: Clock,
        is_idle: Callable[[], bool],
    ) -> None:
        self._bot = bot
        self._engine = engine
        self._question_flow = question_flow
        self._results = inline_results
        self._now = now
        self._is_idle = is_idle

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            if self._is_idle():
                await self.prepare()
            await asyncio.sleep(_INTERVAL)

    async def prepare(self) -> None:
        """Find the main facts of the base in use, unless they are known for it and for this day."""
        loaded, today = self._engine.current, self._now().date()
        if self._results.get(loaded.revision, today, NOTHING_TYPED) is not None:
            return
        username = (await self._bot.me()).username
        found = await search(NOTHING_TYPED, loaded, self._question_flow, self._now, username)
        if self._results.get(loaded.revision, today, NOTHING_TYPED) is None:
            self._results.keep(NOTHING_TYPED, found)
        await _build_types(found)


async def _build_types(articles: Articles) -> None:
    """A tenth of a second, of which the first reader would have to wait for all."""
    Update(update_id=0)
    await asyncio.sleep(0)
    AnswerInlineQuery(inline_query_id="", results=list(articles))
