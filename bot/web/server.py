"""Serves an application on an address while a block runs."""

from __future__ import annotations

import errno
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog
from aiohttp import web

from bot.errors import HostUnusableError, PortTakenError, SpravkaError

log = structlog.get_logger()
MAX_BODY = 4 * 2**20
SHUTDOWN_TIMEOUT = 0.3
"""Seconds for requests that are still open when the updates are handled."""


def build_app() -> web.Application:
    return web.Application(client_max_size=MAX_BODY)


@asynccontextmanager
async def serving(app: web.Application, host: str, port: int, *, required: bool) -> AsyncIterator[None]:
    """Serve `app` while the block runs; if it is not `required`, a port in use is only logged.

    Raises PortTakenError, or HostUnusableError where the address is none of this machine.
    """
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=SHUTDOWN_TIMEOUT)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except (OSError, UnicodeError) as error:  # UnicodeError: no name of a host
            if required:
                raise _refusal(host, port, error) from error
            log.info("no /healthz and /metrics", host=host, port=port, reason=_reason(error))
        yield
    finally:
        await runner.cleanup()


def _refusal(host: str, port: int, error: OSError | UnicodeError) -> SpravkaError:
    if isinstance(error, OSError) and error.errno in (errno.EADDRINUSE, errno.EACCES):
        return PortTakenError(port)
    return HostUnusableError(host, _reason(error))


def _reason(error: OSError | UnicodeError) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else "no name of a host"
