"""Answers from the records of events and people, where no fact tells.

`knowledge.decision` imports it; from outside only `reminded_event`.
"""
