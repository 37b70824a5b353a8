"""What updates leave behind, written in groups, and what waits while the database is away.

Only `bot.wiring`, `bot.cli` and `bot.demo` import its stores, and `bot.storage` what they share.
"""
