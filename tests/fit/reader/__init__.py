"""Trains the reader's network and fits its combination with the engine: `python -m tests.fit.reader`."""
