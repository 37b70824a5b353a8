"""The databases of the storage tests."""

from tests.storage.conftest import database, database_factory, sqlite

__all__ = ["database", "database_factory", "sqlite"]
