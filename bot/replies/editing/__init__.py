"""Screens and messages for editors and owners. Imported by `bot.telegram.edit` and `bot.editing`."""
