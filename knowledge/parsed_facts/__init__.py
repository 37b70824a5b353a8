"""Facts parsed for retrieval: their words as keys, examples, slots, numbers and parts of the statement.

Used by `retrieval`, `scoring` and `decision`; nothing outside `knowledge` needs it.
"""
