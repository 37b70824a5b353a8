"""Example questions of a statement, made of the parts of its clauses."""
