"""Random and mutated updates through the webhook of the real program, `python -m tests.fuzz`."""
