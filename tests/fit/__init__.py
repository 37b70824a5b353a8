"""Fitting of the weights in knowledge/scoring/weights.py; run by `python -m tests.fit`."""
