"""Events of an article: how they are named, their time, place and people, their chain.

The packages of `knowledge.drafting` above it import it.
"""
