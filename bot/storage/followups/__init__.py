"""Subscriptions, the reminders planned for them, alerts and notices of changes.

Only `bot.wiring`, `bot.cli` and `bot.demo` import its stores, and `bot.storage` what they share.
"""
