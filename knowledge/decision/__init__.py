"""Decides what to reply: the ordered rules, the slots of an answer, clauses merged, the explanation.

The engine imports it; nothing outside `knowledge` needs it.
"""
