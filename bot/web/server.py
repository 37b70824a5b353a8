"""Serves an application on an address while a block runs."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog
from aiohttp import web

from bot.errors import PortTakenError

log = structlog.get_logger()
MAX_BODY = 4 * 2**20
SHUTDOWN_TIMEOUT = 0.3
"""Seconds for requests that are still open when the updates are handled."""


def build_app() -> web.Application:
    return web.Application(client_max_size=MAX_BODY)


@asynccontextmanager
async def serving(app: web.Application, host: str, port: int, *, required: bool) -> AsyncIterator[None]:
    """Serve `app` while the block runs; if it is not `required`, a port in use is only logged.

    Raises PortTakenError.
    """
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=SHUTDOWN_TIMEOUT)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            if required:
                raise PortTakenError(port) from error
            log.info("no /healthz and /metrics", port=port, reason=error.strerror)
        yield
    finally:
        await runner.cleanup()
