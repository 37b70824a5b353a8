"""The fact base and its history: proposals, revisions, what an edit changes.

Only `bot.wiring`, `bot.cli` and `bot.demo` import its stores, and `bot.storage` what they share.
"""
