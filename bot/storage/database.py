"""The database connection, SQLite or PostgreSQL: address, read and write transactions."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, event
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.settings.private_files import make_private_file, make_private_folder, restrict_file
from bot.storage.addresses import DatabaseAddress, read_address

BUSY_SECONDS = 15
"""SQLite: how long a writer waits for the lock of another process before it fails."""
_WRITES = "spravka_writes"


class Database:
    """Transactions on one engine. `read` and `write` each open, use and close one connection."""

    def __init__(self, address: str) -> None:
        """Raises DatabaseAddressError."""
        found = read_address(address)
        self.url = found.url
        self.engine = _engine(found)
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


def _engine(address: DatabaseAddress) -> AsyncEngine:
    url = address.url
    if url.get_backend_name() != "sqlite":
        arguments = dict(address.arguments)
        return create_async_engine(
            url, pool_size=10, max_overflow=10, pool_pre_ping=True, connect_args=arguments
        )
    _make_private(url)
    engine = create_async_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


def _make_private(url: URL) -> None:
    """The file holds readers' texts. SQLite gives its -wal and -shm the mode of the file."""
    if not url.database or url.database == ":memory:" or url.database.startswith("file:"):
        return
    path = Path(url.database)
    try:
        make_private_folder(path.parent)
        make_private_file(path)
        for suffix in ("-wal", "-shm"):
            restrict_file(path.with_name(path.name + suffix))
    except OSError:
        return  # the first connection raises the driver's own error


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
