"""Random and mutated updates through the webhook of the real program, packs through `spravka check`, settings
through the start of a bot: `python -m tests.fuzz`.
"""
