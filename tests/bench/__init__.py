"""Benchmark, `python -m tests.bench`: speed, memory and growth of the engine beside other search methods."""
