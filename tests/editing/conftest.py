"""Databases for editing: the same as for the storage's own tests; a desk on each."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.storage.database import Database
from tests.editing.desk import EditingDesk, opened_desk
from tests.storage.conftest import database, places, sqlite

__all__ = ["database", "places", "sqlite"]


@pytest.fixture
async def desk(database: Database, tmp_path: Path) -> EditingDesk:
    """A bot on either database."""
    return await opened_desk(database, tmp_path)


@pytest.fixture
async def quick(sqlite: Database, tmp_path: Path) -> EditingDesk:
    """The same on SQLite alone, for what has nothing to do with SQL."""
    return await opened_desk(sqlite, tmp_path)
