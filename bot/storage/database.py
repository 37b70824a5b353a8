"""The database connection, SQLite or PostgreSQL: address, read and write transactions."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.errors import DatabaseAddressError

BUSY_SECONDS = 15
"""SQLite: how long a writer waits for the lock of another process before it fails."""
_WRITES = "spravka_writes"


def database_url(address: str) -> URL:
    """The address with our async driver; `postgres://` and plain `sqlite://` are accepted.

    Raises DatabaseAddressError for another kind of database, or text that is no address.
    """
    try:
        url = make_url(address)
    except ArgumentError:
        raise DatabaseAddressError() from None
    name = url.get_backend_name()
    if name in ("postgres", "postgresql"):
        # libpq calls it sslmode, asyncpg ssl; hosting providers give out the former.
        query = {("ssl" if key == "sslmode" else key): value for key, value in url.query.items()}
        return url.set(drivername="postgresql+asyncpg", query=query)
    if name == "sqlite":
        return url.set(drivername="sqlite+aiosqlite")
    raise DatabaseAddressError()


class Database:
    """Transactions on one engine. `read` and `write` each open, use and close one connection."""

    def __init__(self, address: str) -> None:
        self.url = database_url(address)
        self.engine = _engine(self.url)
        # Without BEGIN and COMMIT a read is one round trip instead of three.
        options = {} if self.is_sqlite else {"isolation_level": "AUTOCOMMIT"}
        self._readers = self.engine.execution_options(**options)
        self._one_writer = asyncio.Lock() if self.is_sqlite else None

    @property
    def is_sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """SQLite: one consistent snapshot. PostgreSQL: each statement sees what was committed before it."""
        async with self._readers.connect() as connection, connection.begin():
            yield connection

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """One transaction. On SQLite writers queue in the process, then at the lock of the file."""
        async with self._one_writer or nullcontext(), self.engine.connect() as connection:
            await connection.execution_options(**{_WRITES: True})
            async with connection.begin():
                yield connection

    @asynccontextmanager
    async def autocommit(self) -> AsyncIterator[AsyncConnection]:
        """For single statements: on PostgreSQL each is committed at once."""
        if self.is_sqlite:
            async with self.write() as connection:
                yield connection
        else:
            async with self.read() as connection:
                yield connection

    async def close(self) -> None:
        await self.engine.dispose()


def _engine(url: URL) -> AsyncEngine:
    if url.get_backend_name() != "sqlite":
        return create_async_engine(url, pool_size=10, max_overflow=10, pool_pre_ping=True)
    if url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_async_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The driver begins only at the first write: two transactions that read and then
    # write would deadlock. We send BEGIN ourselves instead.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
