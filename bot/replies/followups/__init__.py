"""Texts of subscriptions, reminders, time zones and privacy. Imported by `bot.telegram`."""
