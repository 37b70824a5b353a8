"""Facts parsed for retrieval: their words as keys, examples, slots, numbers and parts of the statement.

`retrieval` and `scoring` import it; nothing outside `knowledge` needs it.
"""
