"""Fixtures: migrated and empty databases of each kind."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.connection.database import Database
from tests.storage.databases import DatabaseFactory, postgres_address


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
async def database(
    request: pytest.FixtureRequest, database_factory: DatabaseFactory
) -> AsyncIterator[Database]:
    """A database at the newest schema without rows; the test runs on both kinds."""
    if request.param == "postgres" and postgres_address() is None:
        pytest.skip("TEST_POSTGRES_URL is not set")
    async with database_factory.migrated(request.param) as database:
        yield database


@pytest.fixture
async def sqlite(database_factory: DatabaseFactory) -> AsyncIterator[Database]:
    """A SQLite file at the newest schema without rows."""
    async with database_factory.migrated("sqlite") as database:
        yield database


@pytest.fixture
async def sqlite_bare(tmp_path: Path) -> AsyncIterator[Database]:
    """A SQLite file without tables."""
    database = Database(f"sqlite:///{tmp_path / 'bare.db'}")
    yield database
    await database.close()


@pytest.fixture
async def postgres_bare(database_factory: DatabaseFactory) -> AsyncIterator[Database]:
    """A PostgreSQL database without tables."""
    if postgres_address() is None:
        pytest.skip("TEST_POSTGRES_URL is not set")
    database = Database(await database_factory.empty_postgres("_empty"))
    yield database
    await database.close()


@pytest.fixture(params=["sqlite_bare", pytest.param("postgres_bare", marks=pytest.mark.postgres)])
def bare(request: pytest.FixtureRequest) -> Database:
    """A database of each kind without tables."""
    found: Database = request.getfixturevalue(request.param)
    return found
