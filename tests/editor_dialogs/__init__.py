"""Tests of the editors' dialogs, and of what they show."""
