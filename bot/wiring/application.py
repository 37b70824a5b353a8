"""The composition root of the bot: builds every object once, starts them and stops them in order."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from pydantic import SecretStr

from bot import web
from bot.errors import ExitCode, TokenMissingError, WebhookIncompleteError, WebhookRefusedError
from bot.records.engine_holder import EngineHolder
from bot.settings import logs
from bot.settings.clock import Clock, clock_from
from bot.settings.options import Settings
from bot.settings.tasks import beside
from bot.storage.base_store import StoredBase
from bot.storage.database import Database
from bot.storage.pack_import import import_files
from bot.storage.startup import is_reachable, open_database
from bot.storage.updates import StoredUpdateInbox
from bot.telegram.browse.bot_profile import introduce
from bot.telegram.edit.owners import tell_owners
from bot.telegram.sending.backoff import Backoff
from bot.telegram.sending.connection import build_bot, connect
from bot.telegram.sending.sender import Sender
from bot.telegram.updates.chat_queues import ChatQueues
from bot.telegram.updates.intake import Intake
from bot.telegram.updates.metrics import MeasureCalls, MeasureUpdates, Metrics
from bot.telegram.updates.polling import Poller
from bot.telegram.updates.raw_updates import ALLOWED, Raw
from bot.wiring.base_refresh import load_engine, refresh
from bot.wiring.editing import build_editing
from bot.wiring.feedback import run_answer_alerts
from bot.wiring.followups import build_follow_ups, run_followups
from bot.wiring.handler_dependencies import COMMANDS, compose, role_menus
from bot.wiring.pack import open_pack

log = structlog.get_logger()
STOPPING_SHARE = 0.4
"""Of the time to stop, what the updates in hand get; the rest is for connections to close."""


def run(settings: Settings, *, webhook: bool, role: str) -> int:
    """Serve until SIGINT or SIGTERM; the exit code. Raises SpravkaError where it cannot start."""
    if settings.bot_token is None:
        raise TokenMissingError()
    given = {"WEBHOOK_URL": settings.webhook_url, "WEBHOOK_SECRET": settings.webhook_secret}
    if webhook and (missing := tuple(name for name, value in given.items() if value is None)):
        raise WebhookIncompleteError(missing)
    logs.set_up(settings.log, [settings.bot_token.get_secret_value()])
    return asyncio.run(serve(settings, webhook=webhook, role=role))


async def serve(settings: Settings, *, webhook: bool, role: str) -> int:
    """Serve until a signal tells to stop. Raises SpravkaError where it cannot start."""
    told = False
    task = asyncio.current_task()
    assert task is not None

    def tell() -> None:
        nonlocal told
        told = True
        task.cancel()

    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows has no such handlers; Ctrl-C works there by itself
            asyncio.get_running_loop().add_signal_handler(number, tell)
    try:
        await _serve(settings, webhook=webhook, role=role)
    except asyncio.CancelledError:
        if not told:
            raise
        log.info("stopped")
    return ExitCode.OK


async def _serve(settings: Settings, *, webhook: bool, role: str) -> None:
    now, files = clock_from(settings.now), open_pack(settings)
    address = settings.database_url.get_secret_value()
    async with open_database(address, alone=role == "all") as database:
        await import_files(database, files, now())
        stored = StoredBase(database, ZoneInfo(settings.followups.zone))
        engine = EngineHolder(await load_engine(stored))
        async with beside(refresh(engine, stored)):
            await _talk(settings, database, engine, now, webhook=webhook, role=role)


async def _talk(
    settings: Settings, database: Database, engine: EngineHolder, now: Clock, *, webhook: bool, role: str
) -> None:
    """From the first call of the Bot API to the last."""
    limits, metrics = settings.telegram, Metrics()
    backoff = Backoff(first=limits.backoff_first, longest=limits.backoff_longest)
    token = _secret(settings.bot_token)
    bot = build_bot(token, settings.bot_api_url, backoff, timeout=limits.request_timeout)
    bot.session.middleware(MeasureCalls(metrics))
    try:
        me = await connect(bot, backoff)
        follow_ups = build_follow_ups(settings, database, now)
        editing = build_editing(settings, database, engine, now)
        dispatcher = compose(settings, database, engine, bot, now, follow_ups, editing)
        dispatcher.update.outer_middleware(MeasureUpdates(metrics))
        updates = StoredUpdateInbox(database)
        lanes: ChatQueues[Raw] = ChatQueues(Intake(bot, dispatcher, updates, now).handle)
        receiver = _receiver(settings, bot.id, updates, lanes) if webhook else None
        base = engine.current.base
        gc.collect()
        gc.freeze()  # what aiogram's import made is never garbage: full collections skip it from now on
        log.info("started", bot=me.username, facts=len(base.facts), webhook=webhook, role=role)
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(beside(introduce(bot, base, COMMANDS)))
            await stack.enter_async_context(beside(role_menus(bot).show_all(editing.staff)))
            owners = tell_owners(Sender(bot), settings.admin_ids, follow_ups.history)
            await stack.enter_async_context(beside(owners))
            app = web.build_app(metrics.registry, lambda: is_reachable(database), receiver)
            await stack.enter_async_context(web.serving(app, settings.port, required=webhook))
            if role != "worker" and settings.admin_ids:
                await stack.enter_async_context(beside(editing.misses.keep()))
            if role != "web":
                await stack.enter_async_context(_working(settings, database, engine, now))
            try:
                if role == "worker":
                    await asyncio.Event().wait()
                await _take_updates(settings, bot, updates, lanes, backoff, webhook=webhook)
            finally:
                await lanes.stop(limits.stop_within * STOPPING_SHARE)
    finally:
        await bot.session.close()


@asynccontextmanager
async def _working(
    settings: Settings, database: Database, engine: EngineHolder, now: Clock
) -> AsyncIterator[None]:
    """What a worker does: reminders, and answers that readers wait for."""
    async with run_followups(settings, database, now), run_answer_alerts(settings, database, engine, now):
        yield


async def _take_updates(
    settings: Settings,
    bot: Bot,
    updates: StoredUpdateInbox,
    lanes: ChatQueues[Raw],
    backoff: Backoff,
    *,
    webhook: bool,
) -> None:
    """Have Telegram deliver, or ask it for updates; until cancelled."""
    if webhook:
        assert settings.webhook_url is not None
        secret = _secret(settings.webhook_secret)
        try:
            await bot.set_webhook(settings.webhook_url, secret_token=secret, allowed_updates=list(ALLOWED))
        except TelegramBadRequest as error:
            raise WebhookRefusedError(error.message) from error
        await asyncio.Event().wait()
    timeout, patience = settings.telegram.poll_timeout, settings.telegram.request_timeout
    await Poller(bot, updates, lanes, backoff, timeout=timeout, patience=patience).run()


def _receiver(
    settings: Settings, bot_id: int, updates: StoredUpdateInbox, lanes: ChatQueues[Raw]
) -> web.Receiver:
    path = urlsplit(settings.webhook_url or "").path or "/"
    return path, web.Webhook(bot_id, _secret(settings.webhook_secret), updates, lanes)


def _secret(value: SecretStr | None) -> str:
    """What `run` has made sure is there."""
    assert value is not None
    return value.get_secret_value()
