"""Roles, the inbox of editors, their digest, settings and statistics.

Only `bot.wiring`, `bot.cli` and `bot.demo` import its stores, and `bot.storage` what they share.
"""
