"""A clause with its predicate and subject: where one ends, its tense, what its pronouns stand for.

The packages of `knowledge.drafting` above it import it.
"""
