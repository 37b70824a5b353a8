"""A local Bot API server, which demo and tests share: it refuses what Telegram refuses, and fails on request.

Start it by `running`; `state`, `updates` and `faults` hold what it knows and what is done to it.
"""
