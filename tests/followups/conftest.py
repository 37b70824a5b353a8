"""The databases of the storage tests."""

from tests.storage.conftest import database, sqlite

__all__ = ["database", "sqlite"]
