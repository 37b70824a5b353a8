"""Decides what to reply: the ordered rules, the slots of an answer, clauses merged, the explanation.

The engine imports it, and `quality` its modules of records, places and comparison; from outside only
`records`, which says whether a fact is out of date.
"""
