"""Checks of a base by asking it questions: the self-check by its own examples, the gate before an edit.

Commands and `bot.editing` import `self_check`, `compare_replies` and their reports.
"""
