"""Opens the database of a running bot as soon as it can be reached, as the Bot API is waited for."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager

import structlog

from bot.errors import DatabaseUnavailableError
from bot.storage.connection.database import Database
from bot.storage.connection.startup import open_database
from bot.telegram.sending.backoff import Backoff

log = structlog.get_logger()


@asynccontextmanager
async def open_database_patiently(
    address: str,
    backoff: Backoff,
    *,
    alone: bool,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> AsyncIterator[Database]:
    """Try until the database answers; logs a line for each failed attempt.

    Raises at once what no waiting mends: a wrong address, password or database, a schema that does not fit.
    """
    async with AsyncExitStack() as stack:
        for step, delay in enumerate(backoff.delays(), 1):
            try:
                database = await stack.enter_async_context(open_database(address, alone=alone))
            except DatabaseUnavailableError as error:
                if not error.may_come_back:
                    raise
                log.warning(
                    "database unreachable", step=step, next_try_in=round(delay, 1), reason=error.reason
                )
                await sleep(delay)
                continue
            yield database
            return
