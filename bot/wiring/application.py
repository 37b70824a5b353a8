"""Starts the bot, runs it until a signal, and stops it in order."""

from __future__ import annotations

import asyncio
import gc
import signal
from contextlib import AsyncExitStack, suppress
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiohttp.web import Application
from pydantic import SecretStr

from bot.errors import (
    ExitCode,
    ReaderError,
    TokenMissingError,
    WebhookIncompleteError,
    WebhookRefusedError,
)
from bot.records.engine_holder import EngineHolder
from bot.replies.cli.failures import explain
from bot.settings import logs
from bot.settings.clock import Clock, clock_from
from bot.settings.error_reports import ErrorReports
from bot.settings.options import Settings
from bot.settings.tasks import log_lost_errors, run_alongside
from bot.storage.base_store import StoredBase
from bot.storage.database import Database
from bot.storage.files_import import import_files
from bot.telegram.browse.bot_profile import set_profile
from bot.telegram.edit.waiting_versions import notify_owners
from bot.telegram.sending.backoff import Backoff
from bot.telegram.sending.connection import build_bot, connect
from bot.telegram.sending.pace import ReplyPace
from bot.telegram.sending.sender import Sender
from bot.telegram.updates.metrics import MeasureCalls, Metrics
from bot.telegram.updates.polling import Poller
from bot.telegram.updates.raw_updates import ALLOWED_UPDATES
from bot.web.monitoring import Readiness, add_health, passing
from bot.web.server import build_app, serving
from bot.web.webhook import Webhook
from bot.wiring.background import run_background
from bot.wiring.base_refresh import load_engine, refresh
from bot.wiring.database_opening import open_database_patiently
from bot.wiring.dispatcher import COMMANDS, build_command_menus, wire_dispatcher
from bot.wiring.editing import Editing, build_editing
from bot.wiring.journaling import Journaling, journaling
from bot.wiring.monitoring import check_storage, serving_monitoring
from bot.wiring.pack import open_pack
from bot.wiring.reader import build_reader
from bot.wiring.updates import UpdateWay, build_update_way

log = structlog.get_logger()
UPDATES_SHARE = 0.4
"""The share of the stop time that updates being handled get; the rest is for connections to close."""


def run(settings: Settings, *, webhook: bool, role: str, clock: Clock | None = None) -> int:
    """Serve until SIGINT or SIGTERM; returns the exit code. `role` is all, web or worker.

    `clock` replaces the one of the settings.

    Raises SpravkaError if the bot cannot start.
    """
    if settings.bot_token is None:
        raise TokenMissingError()
    given = {"WEBHOOK_URL": settings.webhook_url, "WEBHOOK_SECRET": settings.webhook_secret}
    if webhook and (missing := tuple(name for name, value in given.items() if value is None)):
        raise WebhookIncompleteError(missing)
    reports = ErrorReports(settings.sentry_dsn.get_secret_value()) if settings.sentry_dsn else None
    logs.configure(settings.log, settings.secrets, reports)
    return asyncio.run(serve(settings, webhook=webhook, role=role, clock=clock))


async def serve(settings: Settings, *, webhook: bool, role: str, clock: Clock | None = None) -> int:
    """The same inside an event loop."""
    log_lost_errors()
    stopped = False
    task = asyncio.current_task()
    assert task is not None

    def stop() -> None:
        nonlocal stopped
        stopped = True
        task.cancel()

    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows has no such handlers; there Ctrl-C works by itself
            asyncio.get_running_loop().add_signal_handler(number, stop)
    try:
        await _open_base(settings, clock or clock_from(settings.now), webhook=webhook, role=role)
    except asyncio.CancelledError:
        if not stopped:
            raise
        log.info("stopped")
    return ExitCode.OK


async def _open_base(settings: Settings, now: Clock, *, webhook: bool, role: str) -> None:
    """Open the database, merge the pack's files into it, index the base, and run the bot on it."""
    files = open_pack(settings)
    address = settings.database_url.get_secret_value()
    metrics = Metrics()
    async with (
        serving_monitoring(settings, metrics, webhook=webhook) as readiness,
        open_database_patiently(address, _backoff(settings), alone=role == "all") as database,
    ):
        await import_files(database, files, now())
        store = StoredBase(database, ZoneInfo(settings.followups.zone))
        engine = EngineHolder(await load_engine(store, reader=build_reader(settings, _say_no_reader)))
        check_storage(readiness, database)
        metrics.watch_revision(lambda: engine.current.revision)
        async with (
            journaling(settings, database, webhook=webhook) as kept,
            run_alongside(refresh(engine, store)),
        ):
            await _run_bot(
                settings, database, engine, now, kept, metrics, readiness, webhook=webhook, role=role
            )


async def _run_bot(
    settings: Settings,
    database: Database,
    engine: EngineHolder,
    now: Clock,
    kept: Journaling,
    metrics: Metrics,
    readiness: Readiness,
    *,
    webhook: bool,
    role: str,
) -> None:
    """Everything between the first call of the Bot API and the last."""
    limits = settings.telegram
    backoff = _backoff(settings)
    token = _secret(settings.bot_token)
    pace = ReplyPace(limits.replies_per_second, limits.replies_burst)
    bot = build_bot(token, settings.bot_api_url, backoff, timeout=limits.request_timeout, pace=pace)
    bot.session.middleware(MeasureCalls(metrics))
    try:
        me = await connect(bot, backoff)
        editing = build_editing(settings, database, engine, now, kept.roles)
        dispatcher = wire_dispatcher(
            settings, database, engine, bot, now, editing, kept, metrics.count_question
        )
        way = build_update_way(settings, bot, dispatcher, kept, metrics, now)
        gc.collect()
        gc.freeze()  # full collections then skip the objects made by aiogram's import, which live for ever
        facts = len(engine.current.base.facts)
        log.info("started", bot=me.username, facts=facts, webhook=webhook, role=role)
        async with AsyncExitStack() as stack:
            await _start_profile_updates(stack, settings, bot, engine, editing)
            if webhook:
                app = _build_web_app(settings, way, readiness)
                served = serving(app, settings.webhook_host, settings.port, required=True)
                await stack.enter_async_context(served)
            if role != "worker" and settings.admin_ids:
                await stack.enter_async_context(run_alongside(editing.misses.run()))
            if role != "web":
                background = run_background(settings, database, engine, now, metrics.count_delivery)
                await stack.enter_async_context(background)
            try:
                if role != "worker":
                    await stack.enter_async_context(run_alongside(way.intake.run()))
                poller = Poller(
                    bot,
                    way.intake,
                    way.queues,
                    backoff,
                    timeout=limits.poll_timeout,
                    network_timeout=limits.request_timeout,
                )
                await _receive_updates(settings, bot, poller, readiness, webhook=webhook, role=role)
            finally:
                await way.queues.stop(limits.stop_within * UPDATES_SHARE)
    finally:
        await bot.session.close()


async def _start_profile_updates(
    stack: AsyncExitStack, settings: Settings, bot: Bot, engine: EngineHolder, editing: Editing
) -> None:
    """Start the calls that are made once per start and that nothing waits for."""
    await stack.enter_async_context(run_alongside(set_profile(bot, engine.current.base, COMMANDS)))
    await stack.enter_async_context(run_alongside(build_command_menus(bot).show_all(editing.staff)))
    notices = notify_owners(Sender(bot), settings.admin_ids, editing.history)
    await stack.enter_async_context(run_alongside(notices))


async def _receive_updates(
    settings: Settings, bot: Bot, poller: Poller, readiness: Readiness, *, webhook: bool, role: str
) -> None:
    """Poll, or have Telegram post updates; until cancelled. A worker receives none."""
    if webhook and role != "worker":
        await _set_webhook(settings, bot)
    readiness.register("webhook", passing)
    if webhook or role == "worker":
        await asyncio.Event().wait()
    await poller.run()


async def _set_webhook(settings: Settings, bot: Bot) -> None:
    """Have Telegram post updates here. Raises WebhookRefusedError."""
    assert settings.webhook_url is not None
    secret = _secret(settings.webhook_secret)
    try:
        await bot.set_webhook(
            settings.webhook_url, secret_token=secret, allowed_updates=list(ALLOWED_UPDATES)
        )
    except TelegramBadRequest as error:
        raise WebhookRefusedError(error.message) from error


def _build_web_app(settings: Settings, way: UpdateWay, readiness: Readiness) -> Application:
    """What is public: the webhook on the path of its address, and health for the platform."""
    app = build_app()
    add_health(app, readiness)
    path = urlsplit(settings.webhook_url or "").path or "/"
    webhook = Webhook(_secret(settings.webhook_secret), way.intake, way.queues)
    app.router.add_post(path, webhook.receive)
    return app


def _backoff(settings: Settings) -> Backoff:
    return Backoff(first=settings.telegram.backoff_first, longest=settings.telegram.backoff_longest)


def _say_no_reader(error: ReaderError) -> None:
    log.warning("no reader, words alone decide", reason=explain(error))


def _secret(value: SecretStr | None) -> str:
    """`run` has checked that it is set."""
    assert value is not None
    return value.get_secret_value()
