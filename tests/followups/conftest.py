"""The databases of the storage tests."""

from tests.storage.conftest import database, places, sqlite

__all__ = ["database", "places", "sqlite"]
