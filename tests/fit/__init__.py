"""Fits the weights of both scores, knowledge/data/weights.json: `python -m tests.fit`."""
