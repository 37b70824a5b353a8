"""The first line of an answer: who, where, when, or the value that was asked for.

`knowledge.decision` imports it; nothing outside does.
"""
