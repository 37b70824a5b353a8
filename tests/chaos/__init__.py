"""Chaos trials, `python -m tests.chaos`: readers ask while processes, servers and the network fail."""
