"""Databases for follow-ups: the same as for the storage's own tests."""

from tests.storage.conftest import database, places, sqlite

__all__ = ["database", "places", "sqlite"]
