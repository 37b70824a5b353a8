"""The database itself: its address, transactions, whether it answers, its schema, its start.

Only `bot.wiring`, `bot.cli` and `bot.demo` import its stores, and `bot.storage` what they share.
"""
