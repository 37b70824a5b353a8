"""Starts the bot, runs it until a signal, and stops it in order."""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from zoneinfo import ZoneInfo

import structlog

from bot.errors import ExitCode, ReaderError, TokenMissingError, WebhookIncompleteError
from bot.records.engine_holder import EngineHolder
from bot.replies.cli.failures import explain
from bot.settings import logs
from bot.settings.allocator import limit_arenas
from bot.settings.clock import Clock, clock_from
from bot.settings.error_reports import ErrorReports
from bot.settings.options import Settings
from bot.settings.tasks import log_lost_errors, run_alongside
from bot.storage.fact_base.base_store import StoredBase
from bot.storage.fact_base.files_import import import_files
from bot.telegram.ask.aside import away
from bot.telegram.updates.metrics import Metrics
from bot.wiring.base_refresh import load_engine, refresh
from bot.wiring.bot_run import BotRun, build_backoff
from bot.wiring.database_opening import open_database_patiently
from bot.wiring.journaling import journaling
from bot.wiring.monitoring import check_storage, serving_monitoring
from bot.wiring.pack import open_pack
from bot.wiring.reader import build_reader

log = structlog.get_logger()


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
    limit_arenas()
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
        open_database_patiently(address, build_backoff(settings), alone=role == "all") as database,
    ):
        await import_files(database, files, now())
        store = StoredBase(database, ZoneInfo(settings.followups.zone))
        engine = EngineHolder(await load_engine(store, reader=build_reader(settings, _say_no_reader, away)))
        check_storage(readiness, database)
        metrics.watch_revision(lambda: engine.current.revision)
        async with (
            journaling(settings, database, webhook=webhook) as kept,
            run_alongside(refresh(engine, store)),
        ):
            run = BotRun(
                settings=settings,
                database=database,
                engine=engine,
                now=now,
                kept=kept,
                metrics=metrics,
                readiness=readiness,
                webhook=webhook,
                role=role,
            )
            await run.serve()


def _say_no_reader(error: ReaderError) -> None:
    log.warning("no reader, words alone decide", reason=explain(error))
