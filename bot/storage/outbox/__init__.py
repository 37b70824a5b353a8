"""Messages that wait to be sent, each claimed by one worker; which chats can be written to; the pace.

Only `bot.wiring`, `bot.cli` and `bot.demo` import its stores, and `bot.storage` what they share.
"""
