"""What a refusal names: the words that do not occur, the value that is not given.

`knowledge.decision` imports it; nothing outside does.
"""
