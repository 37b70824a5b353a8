"""One run of the bot, between the first call of the Bot API and the last: what it starts, in which order."""

from __future__ import annotations

import asyncio
import gc
from contextlib import AsyncExitStack
from dataclasses import dataclass

import structlog
from aiogram import Bot

from bot.records.engine_holder import EngineHolder
from bot.settings.clock import Clock
from bot.settings.huge_pages import keep_in_huge_pages
from bot.settings.options import Settings
from bot.settings.tasks import run_alongside
from bot.storage.connection.database import Database
from bot.telegram.browse.bot_profile import set_profile
from bot.telegram.edit.waiting_versions import notify_owners
from bot.telegram.sending.backoff import Backoff
from bot.telegram.sending.connection import build_bot, connect
from bot.telegram.sending.pace import ReplyPace
from bot.telegram.sending.sender import Sender
from bot.telegram.updates.metrics import MeasureCalls, Metrics
from bot.telegram.updates.polling import Poller
from bot.web.monitoring import Readiness, passing
from bot.web.server import serving
from bot.wiring.background import run_background
from bot.wiring.dispatcher import COMMANDS, build_command_menus, wire_dispatcher
from bot.wiring.editing import Editing, build_editing
from bot.wiring.journaling import Journaling
from bot.wiring.updates import UpdateWay, build_update_way
from bot.wiring.webhook import build_web_app, secret_of, set_webhook

log = structlog.get_logger()
_YOUNG_OBJECTS = 10_000
"""New objects between two collections: an update makes thousands, and nearly all are freed without one."""
_QUIET = 1.0
"""Seconds without an update after which the bot does what nobody waits for."""
UPDATES_SHARE = 0.4
"""The share of the stop time that updates being handled get; the rest is for connections to close."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BotRun:
    """What has been opened for one run. `webhook` and `role` (all, web or worker) say what it does."""

    settings: Settings
    database: Database
    engine: EngineHolder
    now: Clock
    kept: Journaling
    metrics: Metrics
    readiness: Readiness
    webhook: bool
    role: str

    async def serve(self) -> None:
        """Everything between the first call of the Bot API and the last."""
        limits = self.settings.telegram
        backoff = build_backoff(self.settings)
        pace = ReplyPace(limits.replies_per_second, limits.replies_burst)
        token = secret_of(self.settings.bot_token)
        bot = build_bot(token, self.settings.bot_api_url, backoff, timeout=limits.request_timeout, pace=pace)
        bot.session.middleware(MeasureCalls(self.metrics))
        try:
            me = await connect(bot, backoff)
            editing = build_editing(self.settings, self.database, self.engine, self.now, self.kept.roles)
            way = self._build_update_way(bot, editing)
            gc.collect()
            gc.freeze()  # full collections then skip the objects of aiogram's import, which live for ever
            gc.set_threshold(_YOUNG_OBJECTS, *gc.get_threshold()[1:])
            facts = len(self.engine.current.base.facts)
            log.info("started", bot=me.username, facts=facts, webhook=self.webhook, role=self.role)
            async with AsyncExitStack() as stack:
                await self._start_profile_updates(stack, bot, editing)
                await self._start_services(stack, way, editing)
                try:
                    if self.role != "worker":
                        await stack.enter_async_context(run_alongside(way.intake.run()))
                        await stack.enter_async_context(run_alongside(way.inline_ahead.run()))
                    await self._receive_updates(bot, way, backoff)
                finally:
                    await way.queues.stop(limits.stop_within * UPDATES_SHARE)
        finally:
            await bot.session.close()

    def _build_update_way(self, bot: Bot, editing: Editing) -> UpdateWay:
        count = self.metrics.count_question
        dispatcher = wire_dispatcher(
            self.settings, self.database, self.engine, bot, self.now, editing, self.kept, count
        )
        return build_update_way(self.settings, bot, dispatcher, self.kept, self.metrics, self.now)

    async def _start_profile_updates(self, stack: AsyncExitStack, bot: Bot, editing: Editing) -> None:
        """Start the calls that are made once per start and that nothing waits for."""
        base = self.engine.current.base
        await stack.enter_async_context(run_alongside(set_profile(bot, base, COMMANDS)))
        await stack.enter_async_context(run_alongside(build_command_menus(bot).show_all(editing.staff)))
        notices = notify_owners(Sender(bot), self.settings.admin_ids, editing.history)
        await stack.enter_async_context(run_alongside(notices))

    async def _start_services(self, stack: AsyncExitStack, way: UpdateWay, editing: Editing) -> None:
        """Start what runs beside the updates: the public port, the misses of editors, the background."""
        settings = self.settings
        await stack.enter_async_context(run_alongside(keep_in_huge_pages()))
        if self.webhook:
            app = build_web_app(settings, way, self.readiness)
            served = serving(app, settings.webhook_host, settings.port, required=True)
            await stack.enter_async_context(served)
        if self.role != "worker" and settings.admin_ids:
            gate = editing.gate.run(lambda: way.queues.idle_seconds < _QUIET)
            await stack.enter_async_context(run_alongside(gate))
        if self.role != "web":
            background = run_background(
                settings, self.database, self.engine, self.now, self.metrics.count_delivery
            )
            await stack.enter_async_context(background)

    async def _receive_updates(self, bot: Bot, way: UpdateWay, backoff: Backoff) -> None:
        """Poll, or have Telegram post updates; until cancelled. A worker receives none."""
        if self.webhook and self.role != "worker":
            await set_webhook(self.settings, bot)
        self.readiness.register("webhook", passing)
        if self.webhook or self.role == "worker":
            await asyncio.Event().wait()
        limits = self.settings.telegram
        poller = Poller(
            bot,
            way.intake,
            way.queues,
            backoff,
            timeout=limits.poll_timeout,
            network_timeout=limits.request_timeout,
        )
        await poller.run()


def build_backoff(settings: Settings) -> Backoff:
    return Backoff(first=settings.telegram.backoff_first, longest=settings.telegram.backoff_longest)
