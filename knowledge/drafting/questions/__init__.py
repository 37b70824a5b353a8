"""Example questions of a statement, made of the parts of its clauses, one module for each that is asked for.

The packages of `knowledge.drafting` above it import it; outside only `statement` and `naming` are imported.
"""
