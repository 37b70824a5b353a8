"""Databases and desks for the editors' dialogs: those of the tests of editing."""

from tests.editing.conftest import database, desk, places, quick, sqlite

__all__ = ["database", "desk", "places", "quick", "sqlite"]
