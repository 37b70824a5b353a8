"""Everything that calls the Bot API: the Bot, retries, messages, files, entities, callback answers.

Every package of `bot.telegram` imports `sender`; `bot.wiring` builds the objects.
"""
