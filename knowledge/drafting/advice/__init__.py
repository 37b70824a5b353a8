"""What helps a fact to be found: examples that are suggested, facts that are hard to find, long quotations.

The bot imports its modules.
"""
