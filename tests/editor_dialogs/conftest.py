"""The fixtures of the tests of editing."""

from tests.editing.conftest import database, harness, sqlite, sqlite_harness

__all__ = ["database", "harness", "sqlite", "sqlite_harness"]
