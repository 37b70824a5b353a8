"""What a question asks: its clauses, slots and content words, and ellipsis filled from the conversation.

The engine and the layers above import it, on example questions too; from outside only `wishes` and
`own_matters`.
"""
