"""Subscriptions to events and facts: what falls due when, and the outbox that is sent in the background.

`bot.telegram` and `bot.wiring` import its modules; storage and Telegram come in by `ports`.
"""
