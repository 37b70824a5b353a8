"""What a question asks: its clauses, slots and content words, and ellipsis filled from the conversation.

Used by `retrieval` and `scoring` on example questions too; from outside only the engine imports it.
"""
