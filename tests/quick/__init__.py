"""`python -m tests.quick`: within 30 seconds lint, types and the tests nearest to what changed since main."""
