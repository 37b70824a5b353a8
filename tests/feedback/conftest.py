"""The desks of editing, on either database and on SQLite alone."""

from tests.editing.conftest import database, desk, places, quick, sqlite

__all__ = ["database", "desk", "places", "quick", "sqlite"]
