"""End-to-end tests: the real program, usually as a process, against the fake Bot API over HTTP."""
