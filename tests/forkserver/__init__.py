"""A fork server for tests: one process imports the program, and each run of the program is a fork of it.

Tests import `client` (and `protocol.SpawnRequest`); a fork starts in milliseconds instead of seconds.
"""
