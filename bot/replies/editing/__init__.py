"""Screens and messages for editors and owners.

`bot.telegram`, `bot.editing` and `bot.wiring` import its modules.
"""
