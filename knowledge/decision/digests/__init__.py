"""Several facts told in short: of the pack, an event, a person or a side.

`knowledge.decision` imports it; nothing outside does.
"""
