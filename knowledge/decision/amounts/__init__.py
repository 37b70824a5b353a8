"""Answers that set amounts of the base against each other: the greatest, the least, how much more.

`knowledge.decision` imports it; nothing outside does.
"""
