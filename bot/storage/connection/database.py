"""The database connection, SQLite or PostgreSQL: address, read and write transactions."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.errors import StorageUnavailableError
from bot.settings.private_files import make_private_file, make_private_folder, restrict_file
from bot.storage.connection.availability import Availability, is_passing
from bot.storage.connection.database_address import DatabaseAddress, read_address

BUSY_SECONDS = 15
"""SQLite: how long a writer waits for the lock of another process before it fails."""
_CONNECTIONS = 15
_PAGES_KB = 512
"""SQLite: what each connection keeps of the file; its own default is 2 MB."""
WRITES = "spravka_writes"
"""The option of a connection whose transaction writes."""


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
        self._availability = Availability(self.engine.sync_engine, cuts=not self.is_sqlite)
        self._thread_engine: Engine | None = None
        self._closing: list[Callable[[], Awaitable[None]]] = []
        self._settle: Callable[[], Awaitable[None]] | None = None

    @property
    def is_sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """SQLite: one consistent snapshot. PostgreSQL: each statement sees what was committed before it."""
        async with self._available(), self._readers.connect() as connection, connection.begin():
            yield connection

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """One transaction. On SQLite writers queue in the process, then at the lock of the file."""
        async with self._available(), self.only_writer(), self.engine.connect() as connection:
            await connection.execution_options(**{WRITES: True})
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

    def only_writer(self) -> AbstractAsyncContextManager[object]:
        """SQLite: one writer at a time in this process."""
        return self._one_writer or nullcontext()

    def thread_engine(self, busy: float) -> Engine:
        """SQLite: the engine of the journal's thread; `busy`: seconds to wait for another process's lock."""
        address = self.url.set(drivername="sqlite")
        self._thread_engine = _listening(
            create_engine(address, connect_args={"timeout": busy}, hide_parameters=True)
        )
        return self._thread_engine

    def watch(self, settle: Callable[[], Awaitable[None]] | None) -> None:
        """From now on failures raise StorageUnavailableError, and what waits to be written (`settle`) goes
        before anything else, so that everybody reads what was said to be done. None ends it.
        """
        self._settle = settle

    @property
    def is_down(self) -> bool:
        return self._availability.is_down

    def mark_down(self) -> None:
        self._availability.mark_down()

    def mark_up(self) -> None:
        self._availability.mark_up()

    @asynccontextmanager
    async def _available(self) -> AsyncIterator[None]:
        if self._settle is None:
            yield
            return
        if self.is_down:
            raise StorageUnavailableError
        await self._settle()
        try:
            async with self._availability.cut_short():
                yield
        except Exception as error:
            if is_passing(error):
                raise StorageUnavailableError from error
            raise

    def closes_with(self, close: Callable[[], Awaitable[None]]) -> None:
        """Have a connection that is kept open closed together with the database."""
        self._closing.append(close)

    async def close(self) -> None:
        for close in self._closing:
            await close()
        await self.engine.dispose()
        if self._thread_engine is not None:
            self._thread_engine.dispose()


def _engine(address: DatabaseAddress) -> AsyncEngine:
    url = address.url
    if url.get_backend_name() != "sqlite":
        arguments = dict(address.arguments)
        return create_async_engine(
            url,
            pool_size=10,
            max_overflow=10,
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args=arguments,
        )
    _make_private(url)
    # No overflow: each connection opened for a moment is a thread, a reading of the schema and a cache.
    pool = {} if _is_in_memory(url) else {"pool_size": _CONNECTIONS, "max_overflow": 0}
    engine = create_async_engine(url, connect_args={"timeout": BUSY_SECONDS}, hide_parameters=True, **pool)
    _listening(engine.sync_engine)
    return engine


def is_missing_file(address: str) -> bool:
    """Whether it is an SQLite file that no bot has made yet. Raises DatabaseAddressError."""
    url = read_address(address).url
    if url.get_backend_name() != "sqlite" or url.database is None or _is_in_memory(url):
        return False
    return not Path(url.database).exists()


def _listening(engine: Engine) -> Engine:
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _is_in_memory(url: URL) -> bool:
    return not url.database or url.database == ":memory:" or url.database.startswith("file:")


def _make_private(url: URL) -> None:
    """The file holds readers' texts. SQLite gives its -wal and -shm the mode of the file."""
    if url.database is None or _is_in_memory(url):
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
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", f"cache_size=-{_PAGES_KB}"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
