"""A local Bot API server, which demo and tests share: it refuses what Telegram refuses, and fails on request.

The demo and the tests import it and start it by `running`; `state`, `updates` and `faults` hold what it
knows and what is done to it.
"""
