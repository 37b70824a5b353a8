"""Fitting of the weights in knowledge/search/weights.py; run by `python -m tests.fit`."""
