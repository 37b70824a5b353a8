"""The databases of the storage tests, and a bot with editing on each."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.storage.connection.database import Database
from tests.editing.harness import EditingHarness, open_harness
from tests.storage.conftest import database, sqlite

__all__ = ["database", "sqlite"]


@pytest.fixture
async def harness(database: Database, tmp_path: Path) -> EditingHarness:
    """A bot, on SQLite and on PostgreSQL in turn."""
    return await open_harness(database, tmp_path)


@pytest.fixture
async def sqlite_harness(sqlite: Database, tmp_path: Path) -> EditingHarness:
    """A bot on SQLite alone, for tests that do not depend on the database."""
    return await open_harness(sqlite, tmp_path)
