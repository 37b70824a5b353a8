"""Serves health, readiness and metrics from before the database is reached until the bot has stopped."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.settings.options import Settings
from bot.storage.connection.database import Database
from bot.storage.connection.measuring import counting_transactions
from bot.storage.connection.startup import is_reachable, is_schema_current
from bot.telegram.updates.metrics import Metrics
from bot.web.monitoring import CHECK_TIMEOUT, Readiness, add_health, add_metrics, passing
from bot.web.server import build_app, serving


@asynccontextmanager
async def serving_monitoring(
    settings: Settings, metrics: Metrics, *, webhook: bool
) -> AsyncIterator[Readiness]:
    """Serve on the address of monitoring; a port in use is only logged. What is not up yet is failing."""
    names = ("database", "schema", "base", *(("redis",) if settings.redis_url else ()))
    readiness = Readiness((*names, "webhook") if webhook else names)
    app = build_app()
    add_health(app, readiness)
    add_metrics(app, metrics.registry)
    port = settings.monitoring_port_of(webhook=webhook)
    with counting_transactions(metrics.count_transaction):
        async with (
            _checking_redis(settings, readiness),
            serving(app, settings.monitoring_host, port, required=False),
        ):
            yield readiness


def check_storage(readiness: Readiness, database: Database) -> None:
    """From now on: the database is open and the base is in memory."""
    readiness.register("database", lambda: is_reachable(database))
    readiness.register("schema", lambda: is_schema_current(database))
    readiness.register("base", passing)


@asynccontextmanager
async def _checking_redis(settings: Settings, readiness: Readiness) -> AsyncIterator[None]:
    if settings.redis_url is None:
        yield
        return
    from redis.asyncio import Redis  # only where it is used, as it takes memory

    url = settings.redis_url.get_secret_value()
    client = Redis.from_url(url, socket_connect_timeout=CHECK_TIMEOUT, socket_timeout=CHECK_TIMEOUT)

    async def ping() -> bool:
        return bool(await client.ping())

    readiness.register("redis", ping)
    try:
        yield
    finally:
        await client.aclose()
