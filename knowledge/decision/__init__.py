"""Decides what to reply: a message's clauses, each by an answer of a special form or by the ordered rules.

The engine imports its clause modules, and `quality` what `knowledge.decision.context` reads of facts; from
outside only `event_records`, which says whether a fact is out of date, and `reminded_event`.
"""
