"""Databases for tests: a copy of a migrated SQLite file, or this run's PostgreSQL database, emptied."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path

import asyncpg

from bot.storage.connection import schema
from bot.storage.connection.database import Database
from bot.storage.tables import METADATA


def postgres_address() -> str | None:
    """The address of any database on the server that tests may use; None where there is none."""
    return os.environ.get("TEST_POSTGRES_URL")


class DatabaseFactory:
    """Migrates each kind once per run; a test gets an empty copy."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._numbers = count()
        self._name = f"spravka_{os.getpid()}"
        self._made = False

    @asynccontextmanager
    async def migrated(self, kind: str) -> AsyncIterator[Database]:
        address = await (self._postgres() if kind == "postgres" else self._sqlite())
        database = Database(address)
        try:
            yield database
        finally:
            await database.close()

    async def _sqlite(self) -> str:
        template = self.folder / "template.db"
        if not template.exists():
            database = Database(f"sqlite:///{template}")
            await schema.upgrade(database)
            await database.close()
        copy = self.folder / f"{next(self._numbers)}.db"
        shutil.copy(template, copy)
        return f"sqlite:///{copy}"

    async def _postgres(self) -> str:
        if self._made:
            connection = await asyncpg.connect(self._own())
            # With few rows DELETE is much faster than TRUNCATE, which creates new files.
            tables = [table.name for table in reversed(METADATA.sorted_tables)]
            await connection.execute("; ".join(f"DELETE FROM {name}" for name in tables))
            await connection.close()
            return self._own()
        database = Database(await self.empty_postgres())
        await schema.upgrade(database)
        await database.close()
        self._made = True
        return self._own()

    async def empty_postgres(self, suffix: str = "") -> str:
        """The address of a new database without tables."""
        server = postgres_address()
        assert server is not None
        connection = await asyncpg.connect(server)
        await connection.execute(f'DROP DATABASE IF EXISTS "{self._name}{suffix}" WITH (FORCE)')
        await connection.execute(f'CREATE DATABASE "{self._name}{suffix}"')
        # Tests need no durability.
        await connection.execute(f'ALTER DATABASE "{self._name}{suffix}" SET synchronous_commit = off')
        await connection.close()
        return self._own(suffix)

    def close(self) -> None:
        """Drop the databases of this run."""
        if postgres_address() is not None:
            asyncio.run(self._drop())

    async def _drop(self) -> None:
        connection = await asyncpg.connect(postgres_address())
        for suffix in ("", "_empty"):
            await connection.execute(f'DROP DATABASE IF EXISTS "{self._name}{suffix}" WITH (FORCE)')
        await connection.close()

    def _own(self, suffix: str = "") -> str:
        server = postgres_address()
        assert server is not None
        return server.rsplit("/", 1)[0] + f"/{self._name}{suffix}"
