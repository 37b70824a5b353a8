"""The fixtures of the editing tests: `harness` on both databases, `sqlite_harness` on SQLite alone."""

from tests.editing.conftest import database, database_factory, harness, sqlite, sqlite_harness

__all__ = ["database", "database_factory", "harness", "sqlite", "sqlite_harness"]
