"""Load and fault trials, `python -m tests.soak`: the real program delivers to a fake Bot API that fails."""
