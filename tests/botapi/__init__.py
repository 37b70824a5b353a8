"""A fake Bot API server for tests: it refuses what Telegram refuses, and fails on request.

Tests import `running` (over HTTP) or `direct` (in process), `state`, `updates` and `faults`.
"""
