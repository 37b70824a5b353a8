"""What is read of an article: statements with all that they name, and which of them tell most.

The packages of `knowledge.drafting` above it import it.
"""
