"""Texts of the terminal commands. Imported by `bot.cli` and `bot.__main__`."""
