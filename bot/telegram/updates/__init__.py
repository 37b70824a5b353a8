"""Receiving updates: polling, queues per chat, error handling, metrics.

`bot.web` imports `reading`, `raw_updates` and `chat_queues`; `bot.wiring` builds the objects.
"""
