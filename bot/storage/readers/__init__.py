"""What readers leave: conversations, questions, feedback, links; how it is deleted.

Only `bot.wiring`, `bot.cli` and `bot.demo` import its stores, and `bot.storage` what they share.
"""
