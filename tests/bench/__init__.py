"""Speed and growth of the engine beside other ways to find a fact; `python -m tests.bench`."""
