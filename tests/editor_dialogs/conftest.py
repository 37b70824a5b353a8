"""The fixtures of the tests of editing."""

from tests.editing.conftest import database, database_factory, harness, sqlite, sqlite_harness

__all__ = ["database", "database_factory", "harness", "sqlite", "sqlite_harness"]
