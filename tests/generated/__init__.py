"""Questions generated from packs, with what a right reply begins with; `python -m tests.generated` asks them.

Expectations come from the packs' fields and plain regexes: no reader of values of the engine is used here.
"""
