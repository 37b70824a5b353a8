"""Texts of subscriptions, reminders, time zones and privacy.

`bot.telegram`, `bot.followups` and `bot.wiring` import its modules.
"""
