"""Times, places and names as they stand in a sentence; times counted from the day of publication.

The packages of `knowledge.drafting` above it import it.
"""
