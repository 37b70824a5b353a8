"""Example questions of a statement, made of the parts of its clauses.

`knowledge.drafting` imports `statement` and `found`; nothing outside imports the rest.
"""
