"""`python -m tests.audit`: asks for known faults of the pinned dependencies, or says how old the pins are."""
