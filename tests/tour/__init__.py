"""A tour of some seventy steps through the real Dispatcher, `python -m tests.tour`, to be read aloud."""
