"""Whether the database answers, as the whole process sees it: what fails once fails at once for everybody."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from weakref import WeakSet

import structlog
from sqlalchemy import Engine, event
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

log = structlog.get_logger()
_PASSING_CLASSES = ("08", "53", "57P", "25006")
"""SQLSTATEs: connection lost, server full, starting, stopping, or read-only for now."""


def is_passing(error: BaseException) -> bool:
    """Whether the same may succeed later: the database is away, not the statement wrong."""
    if isinstance(error, OSError | TimeoutError | OperationalError | InterfaceError | PoolTimeoutError):
        return True
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    cause = getattr(error, "orig", None)
    cause = error if cause is None else cause.__cause__ or cause
    return str(getattr(cause, "sqlstate", None) or "").startswith(_PASSING_CLASSES)


class Availability:
    """Once the database is down, connections that wait for it are cut; their users get an error at once."""

    def __init__(self, engine: Engine, *, cuts: bool) -> None:
        """`cuts`: the connections go over the network (asyncpg's, which can be ended from outside)."""
        self.is_down = False
        self._open: WeakSet[Any] = WeakSet()
        self._waiting: set[asyncio.Timeout] = set()
        if cuts:
            event.listen(engine, "connect", self._opened)

    def mark_down(self) -> None:
        if not self.is_down:
            self.is_down = True
            log.warning("database down")
        for connection in tuple(self._open):
            connection.terminate()
        self._open.clear()
        now = asyncio.get_running_loop().time()
        for waiting in tuple(self._waiting):
            waiting.reschedule(now)

    def mark_up(self) -> None:
        if self.is_down:
            self.is_down = False
            log.info("database up again")

    @asynccontextmanager
    async def cut_short(self) -> AsyncIterator[None]:
        """Raises TimeoutError inside the block once the database is down."""
        async with asyncio.timeout(None) as waiting:
            self._waiting.add(waiting)
            try:
                yield
            finally:
                self._waiting.discard(waiting)

    def _opened(self, connection: Any, _record: object) -> None:
        self._open.add(connection.driver_connection)
