"""Checks of a base: the self-check by its own examples, consistency of its facts, the gate before an edit.

`bot.cli`, `bot.editing` and `bot.replies` import `selfcheck`, `consistency` and `gate` with their reports.
"""
