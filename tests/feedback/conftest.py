"""The fixtures of the editing tests: `harness` on both databases, `sqlite_harness` on SQLite alone."""

from tests.editing.conftest import database, harness, sqlite, sqlite_harness

__all__ = ["database", "harness", "sqlite", "sqlite_harness"]
