"""Texts of the terminal commands: help, reports, failures.

`bot.cli` and `bot.__main__` import its modules.
"""
